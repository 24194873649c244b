/* What the page of the search has beside results: filters by agency, type, kind and year, and more. */
import { below } from "./search-index.js";
import { make } from "./search-results.js";

const MANY = 10; // results, and by how many they grow
const MOST_AGENCIES = 60; // to choose from
const FACETS = { di: "agency", tipe: "type", jenis: "kind", tahun: "year" };

/** Lets `results` fill `page`, beginning with what its address says. */
export const fill = (results, page) => {
  const { form, field, labels } = results;
  results.most = MANY;
  const given = location.hash.slice(1) || location.search;
  results.chosen = Object.fromEntries(new URLSearchParams(given));
  field.value ||= results.chosen.q ?? "";
  results.filters = new Filters(results.chosen, labels, () => results.search());
  results.more = results.button(labels.more, () => grow(results));
  results.more.hidden = true; // until it is known whether there are more
  page.append(...results.head, results.filters.element, results.list, results.more);
  form.onsubmit = (event) => {
    event.preventDefault();
    results.search();
  };
};

/** Shows more results, and goes on with the first of them. */
const grow = async (results) => {
  const shown = results.list.children.length;
  await results.search(shown + MANY);
  results.list.children[shown]?.querySelector("a").focus();
};

class Filters {
  /** `chosen` has the values by the names of the filters; `changed` is called when they change. */
  constructor(chosen, labels, changed) {
    Object.assign(this, { chosen, labels });
    this.selects = Object.keys(FACETS).map((name) => {
      const select = make("select", { name, id: `saring-${name}` });
      select.onchange = () => changed((chosen[name] = select.value));
      return select;
    });
    this.element = make(
      "details",
      { className: "filters", open: this.selects.some(({ name }) => name !== "di" && chosen[name]) },
      make("summary", { textContent: labels.filter }),
      ...this.selects.map((select) => {
        const properties = { htmlFor: select.id, textContent: labels[FACETS[select.name]] };
        return make("div", {}, make("label", properties), select);
      }),
    );
    this.element.ontoggle = changed;
  }

  /** Whether anything must be known of the results. */
  get used() {
    return this.element.open || Object.keys(FACETS).some((name) => this.chosen[name]);
  }

  /** Whether a page passes all filters, or all but one. */
  fits(known, except) {
    return Object.entries(FACETS).every(([name, facet]) => {
      const value = this.chosen[name];
      if (!value || name === except) return true;
      return facet === "agency" ? below(known.agency, value) : known[facet].includes(value);
    });
  }

  /** Lets choose from the values that the results have, and says how many have each. */
  offer(known, names) {
    for (const select of this.selects) {
      const facet = FACETS[select.name];
      const chosen = this.chosen[select.name] ?? "";
      const counts = new Map(chosen ? [[chosen, 0]] : []);
      for (const each of known.filter((one) => this.fits(one, select.name)))
        for (const value of facet === "agency" ? lineage(each.agency) : each[facet])
          counts.set(value, (counts.get(value) ?? 0) + 1);
      const name = (value) => (facet === "agency" && names.get(value)) || value;
      const values = [...counts.keys()]
        .sort((one, two) => counts.get(two) - counts.get(one))
        .slice(0, MOST_AGENCIES)
        .sort((one, two) => name(one).localeCompare(name(two), undefined, { numeric: true }));
      if (facet === "year") values.reverse();
      const options = values.map((each) => new Option(`${name(each)} (${counts.get(each)})`, each));
      select.replaceChildren(new Option(this.labels.all, ""), ...options);
      select.value = chosen;
    }
  }
}

/** An agency and those above it. */
const lineage = (agency) =>
  agency ? agency.split("/").map((_, end, names) => names.slice(0, end + 1).join("/")) : [];

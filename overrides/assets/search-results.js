/* The results of a search: a few below the field while somebody types, all on a page of their own.
   What a page says is never taken for HTML; what is said here comes with the list of the index. */
import { Index, below } from "./search-index.js";

const PATIENCE = 250; // ms after the last key
const SHORTEST = 2; // letters
const FEW = 5; // results below the field

/** An element with properties and children. */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** Shows results for the field of `form`: in `page` if there is such a place, or below the field. */
export const show = async (form, page) => {
  const index = new Index(form.action);
  const results = new Results(form, index, await index.open());
  if (page) (await import("./search-page.js")).fill(results, page);
  else results.fillPanel();
  await results.begin();
};

class Results {
  constructor(form, index, labels) {
    Object.assign(this, { form, index, labels, turn: 0, all: false, most: FEW });
    this.field = form.elements.q;
    this.chosen = { di: form.elements.di?.value };
    this.status = make("p", { role: "status", tabIndex: -1 });
    this.further = make("p", { className: "further" });
    this.list = make("ol", { className: "results", lang: "id" }); // as agencies write
    const heading = make("h2", { className: "visually-hidden", textContent: labels.results });
    this.head = [heading, this.status, this.further];
  }

  button(textContent, onclick) {
    return make("button", { type: "button", className: "md-button", textContent, onclick });
  }

  fillPanel() {
    this.link = make("a", { className: "md-button", textContent: this.labels.open });
    const close = this.button(this.labels.close, () => this.close());
    const last = make("p", {}, this.link, " ", close);
    const inner = make("div", { className: "md-grid md-typeset" }, ...this.head, this.list, last);
    const properties = { className: "found", hidden: true, ariaLabel: this.labels.results };
    this.panel = make("section", properties, inner);
    this.form.parentElement.after(this.panel);
    for (const each of [this.form, this.panel])
      each.onkeydown = (event) => {
        if (event.key === "Escape") this.close(event);
      };
  }

  begin() {
    let timer;
    this.field.oninput = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.search(), PATIENCE);
    };
    return this.search();
  }

  close(event) {
    if (this.panel.hidden) return;
    event?.preventDefault();
    this.panel.hidden = true;
    this.field.focus();
  }

  /** Loads what was left out until now. */
  everything() {
    this.all = true;
    this.search();
  }

  /** Searches the whole portal from now on. */
  leave() {
    this.chosen.di = "";
    if (this.form.elements.di) this.form.elements.di.disabled = true;
    this.search();
  }

  /** Searches and shows the results, unless another search has begun meanwhile. */
  async search(most = this.most) {
    const turn = ++this.turn;
    const query = this.field.value.trim();
    const short = query.length < SHORTEST;
    if (this.panel) this.panel.hidden = short;
    if (short) return this.print("", [], [], 0);
    if (!this.index.engine) this.status.textContent = this.labels.searching;
    try {
      const { index, filters, chosen } = this;
      const choice = index.choose(chosen.di, this.all);
      const found = await index.search(query, choice.parts);
      const known = chosen.di || filters?.used ? await index.known(choice.parts) : null;
      const fits = filters
        ? (page) => filters.fits(page)
        : (page) => below(page.agency, chosen.di);
      const results = known ? found.filter(({ id }) => fits(known.get(id))) : found;
      const data = await Promise.all(results.slice(0, most).map((each) => each.data()));
      if (turn !== this.turn) return;
      if (known) filters?.offer(found.map(({ id }) => known.get(id)), index.names);
      this.print(this.sentence(query, results.length), this.offers(choice), data, results.length);
    } catch (error) {
      console.error(error);
      if (turn === this.turn) this.print(this.labels.failed, [], [], 0);
    }
  }

  print(sentence, offers, data, count) {
    const focused = [this.further, this.list].some((each) => each.contains(document.activeElement));
    this.status.textContent = sentence;
    this.further.replaceChildren(...offers);
    this.list.replaceChildren(...data.map(item));
    if (focused) this.status.focus();
    if (this.more) this.more.hidden = count <= data.length;
    const values = Object.entries({ ...this.chosen, q: this.field.value.trim() });
    const given = new URLSearchParams(values.filter(([, value]) => value));
    const address = `${this.form.action}#${given}`;
    if (this.panel) this.link.href = address;
    else history.replaceState(null, "", address);
  }

  /** How many results there are. */
  sentence(query, found) {
    const agency = this.chosen.di;
    const place = this.index.names.get(agency) ?? agency;
    const count = found.toLocaleString(document.documentElement.lang);
    const label = (found ? "found" : "nothing") + (agency ? "Within" : "");
    return filled(this.labels[label], { query, count, place });
  }

  /** Where else can be looked. */
  offers({ whole, size }) {
    const agency = this.chosen.di;
    const offers = [];
    if (!whole) {
      const rest = filled(this.labels.rest, { size: Math.ceil(size / 1000) });
      offers.push(this.labels[agency ? "partlyWithin" : "partly"], " ");
      offers.push(this.button(rest, () => this.everything()), " ");
    }
    if (agency) offers.push(this.button(this.labels.everywhere, () => this.leave()));
    return offers;
  }
}

/** One result: its title, what it is, the words around those found, and sections named by them. */
const item = ({ url, meta, excerpt, sub_results: sections }) => {
  const named = sections.filter(
    ({ anchor, title, locations }) =>
      anchor?.element > "h1" && locations[0] < anchor.location + title.split(/\s+/).length,
  );
  const link = (textContent, href) => make("a", { textContent, href });
  const links = named.slice(0, 3).map((each) => make("li", {}, link(each.title, each.url)));
  const about = [meta.kind, meta.agency].filter(Boolean).join(" · ");
  return make(
    "li",
    {},
    make("h3", {}, link(meta.title, url)),
    make("p", { className: "meta", textContent: about, lang: document.documentElement.lang }),
    make("p", {}, ...marked(excerpt)),
    ...(links.length ? [make("ul", { className: "links" }, ...links)] : []),
  );
};

/** Pagefind's excerpt as nodes: it marks what was found, and writes `<` as `&lt;`. */
const marked = (excerpt) =>
  excerpt.split(/<\/?mark>/).map((text, number) => {
    const textContent = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return number % 2 ? make("mark", { textContent }) : textContent;
  });

/** `text` with values in its gaps. */
const filled = (text, values) => text.replace(/{(\w+)}/g, (gap, name) => values[name]);

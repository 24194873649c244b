/* The search index: which of its parts a search needs, and what is known of each page in them.
   hooks/pendopo/build/search/shards.py says how it is parted, index.py beside it what lies in its files. */
const AT_ONCE = 110_000; // bytes of parts that are loaded without asking
const [BASE, NAMES] = ["dasar", "nama"];

const json = async (url, options) => (await fetch(url, options)).json();

/* Pages name no address for a script from text, but Pagefind does so for its worker: only that one may
   pass. In browsers without trusted types, `worker-src` alone holds. */
const OWN = new URL(`${BASE}/pagefind-worker.js`, new URL("indeks/", document.forms[0].action));
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (given) => (new URL(given, location).href === OWN.href ? given : null),
});

/** Whether one agency is another or lies below it. */
export const below = (one, other) => `${one}/`.startsWith(`${other}/`);

export class Index {
  constructor(action) {
    this.folder = new URL("indeks/", action);
    this.root = new URL("../", action).pathname;
    this.facets = new Map();
    this.names = new Map();
  }

  /** Reads the list of the parts; gives the labels that come with it. */
  async open() {
    const list = await json(new URL("daftar.json", this.folder), { cache: "no-cache" });
    this.parts = list.parts;
    return list.labels;
  }

  /** The parts to search within `agency`, or everywhere: `whole` if these are all there are. */
  choose(agency, all) {
    const covering = (test) => this.parts.filter((part) => part.covers.some(test));
    const needed = covering((each) => !agency || below(each, agency) || below(agency, each));
    const size = needed.reduce((sum, part) => sum + part.size, 0);
    const whole = all || size <= AT_ONCE;
    const first = agency
      ? covering((each) => below(agency, each) || each === `${agency}/`)
      : this.parts.filter((part) => part.name === NAMES);
    const base = this.parts.filter((part) => part.name === BASE);
    return { parts: [...base, ...(whole ? needed : first)], whole, size };
  }

  /** The results of a query in some parts, the best first. */
  async search(query, parts) {
    const names = parts.map((part) => part.name).join();
    if (names !== this.loaded) {
      const old = this.engine;
      this.engine = this.start(parts);
      this.loaded = names;
      this.engine.then(async () => (await old)?.destroy());
    }
    const engine = await this.engine;
    return (await engine.search(query)).results;
  }

  async start([base, ...others]) {
    const { createInstance } = await import(new URL(`${BASE}/pagefind.js`, this.folder));
    const path = (part) => `${this.folder.pathname}${part.name}/`;
    const options = (part) => ({ baseUrl: this.root, metaCacheTag: part.key });
    const engine = createInstance({ basePath: path(base), excerptLength: 24, ...options(base) });
    await engine.init();
    await Promise.all(others.map((part) => engine.mergeIndex(path(part), options(part))));
    return engine;
  }

  /** What is known of each page of some parts, by the id of a result. */
  async known(parts) {
    const found = new Map();
    for (const { name, key } of parts) {
      const path = `${name}/${key}.json`;
      if (!this.facets.has(path)) this.facets.set(path, json(new URL(path, this.folder)));
      const { agencies, kinds, pages } = await this.facets.get(path);
      for (const [id, title] of agencies) this.names.set(id, title);
      for (const [page, [agency, kind, first, last = first]] of Object.entries(pages)) {
        const [id, , type] = agencies[agency];
        const year = [];
        for (let each = first; each <= last; each++) year.push(`${each}`);
        found.set(page, { agency: id, type: type ? [type] : [], kind: [kinds[kind]], year });
      }
    }
    return found;
  }
}

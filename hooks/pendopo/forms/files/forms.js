// Starts Sveltia CMS with the forms of one agency, which the address names: formulir.html?instansi=ID.

import CMS from "./sveltia-cms.mjs";
import { recordToFile, recordToForm } from "./records.js";
import { compose, read, renewed } from "./text.js";

const KEY = "_pendopo";
const PORTAL = "portal";
const HEAD = /^---\n(?<head>[\s\S]*?\n)?---\n(?<body>[\s\S]*)$/;

const opened = new Map();

/** A name for a text, by which it is found again when what it says is saved. */
const markOf = (text) => {
  let mark = 5381;
  for (let index = 0; index < text.length; index += 1) mark = (mark * 33 + text.charCodeAt(index)) | 0;
  return `${text.length}.${mark >>> 0}`;
};

const parted = (text, suffix) => {
  const found = suffix === "md" ? `${text}\n`.match(HEAD)?.groups : undefined;
  return found ? { head: found.head ?? "", body: found.body.trim() } : { head: text };
};

/** How Sveltia reads and writes the records of one type. */
const format = (fields, suffix, media) => ({
  fromFile: (text) => {
    const { head, body } = parted(text, suffix);
    const record = { ...read(head), ...(body === undefined ? {} : { body }) };
    opened.set(markOf(text), text);
    return { ...recordToForm(record, fields, media), [KEY]: markOf(text) };
  },
  toFile: ({ [KEY]: mark, ...content }) => {
    const before = opened.get(mark);
    const { head } = before === undefined ? {} : parted(before, suffix);
    const meant = (record) => recordToFile(recordToForm(record, fields, media), fields, record);
    const old = head === undefined ? undefined : read(head);
    const { body, ...rest } = recordToFile(content, fields, old);
    const inHead = suffix === "md" ? rest : { ...rest, ...(body === undefined ? {} : { body }) };
    const made = head === undefined ? compose(inOrder(inHead, fields)) : renewed(head, meant, inHead);
    return suffix === "md" ? `---\n${made.trimEnd()}\n---\n\n${body ?? ""}\n` : made;
  },
});

const inOrder = (record, fields) => {
  const names = fields.map(({ name }) => name);
  const place = ([key]) => (names.includes(key) ? names.indexOf(key) : names.length);
  return Object.fromEntries(Object.entries(record).sort((one, other) => place(one) - place(other)));
};

/** The fields without what is said to these scripts alone. */
const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).filter(([key]) => key !== "pendopo");
  return Object.fromEntries(pairs.map(([key, each]) => [key, plain(each)]));
};

/** The collections of one place: its single files, then each kind that it has in a folder. */
const collectionsOf = (given, agency) => {
  const folder = agency ? `${given.data}/agencies/${agency.id}` : given.data;
  const media = `/${folder}/media`;
  const types = given.types.filter((type) => (agency ? type.agencies : type.portal));
  const named = (type, suffix) => {
    // Sveltia wants such a name for the format of files with a head.
    const name = `pendopo-${type.name}-${suffix === "md" ? "frontmatter" : suffix}`;
    CMS.registerCustomFormat(name, suffix, format(type.fields, suffix, media));
    return name;
  };
  const own = { media_folder: media, public_folder: media, editor: { preview: false } };
  const files = types.filter(({ file }) => file).map((type) => ({
    name: type.name,
    label: type.label,
    file: `${folder}/${type.file}`,
    fields: plain(type.fields),
    format: named(type, "yml"),
    ...own,
  }));
  const inFolders = types.filter((type) => !type.file).flatMap((type) => {
    const { name, label, folder: inner, fields, suffixes, identifier_field, slug, summary } = type;
    const also = (agency?.also ?? []).filter(([each]) => each === name).map(([, suffix]) => suffix);
    return [suffixes[0], ...also].map((suffix, index) => ({
      name: index ? `${name}-${suffix}` : name,
      label: index ? `${label} (.${suffix})` : label,
      folder: `${folder}/${inner}`,
      extension: suffix,
      format: named(type, suffix),
      create: !index,
      fields: plain(fields),
      identifier_field,
      slug,
      summary,
      ...own,
    }));
  });
  return [{ name: "files", label: given.files, files }, ...inFolders];
};

export const configurationOf = (given, agency) => ({
  load_config_file: false,
  app_title: agency?.name ?? given.portal,
  backend: given.backend,
  publish_mode: "editorial_workflow",
  media_folder: `/${given.data}/media`,
  public_folder: `/${given.data}/media`,
  media_libraries: { default: { config: { slugify_filename: true } }, stock_assets: false },
  slug: { encoding: "ascii", clean_accents: true, lowercase: true },
  output: { omit_empty_optional_fields: true },
  show_preview_links: false,
  collections: collectionsOf(given, agency),
});

// Sveltia takes the question out of the address: a page that is loaded again asks this tab.
const asked = new URLSearchParams(location.search).get("instansi") ?? "";
if (asked) sessionStorage.setItem("instansi", asked);
const wanted = asked || sessionStorage.getItem("instansi");
const given = await (await fetch("forms.json")).json();
const agency = given.agencies.find(({ id }) => id === wanted);
if (agency || wanted === PORTAL) {
  window.pendopo = configurationOf(given, agency);
  CMS.init({ config: window.pendopo });
} else {
  location.replace("index.html");
}

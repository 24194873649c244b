// Starts Sveltia CMS with the forms of one agency, which the address names: formulir.html?instansi=ID.

import CMS from "./sveltia-cms.mjs";
import { recordToFile, recordToForm } from "./records.js";
import { compose, joined, parted, read, renewed } from "./text.js";

const KEY = "_pendopo";
const PORTAL = "portal";

const opened = new Map();

/** A name for a text, by which it is found again when what it says is saved. */
const markOf = (text) => {
  let mark = 5381;
  for (let index = 0; index < text.length; index += 1) mark = (mark * 33 + text.charCodeAt(index)) | 0;
  return `${text.length}.${mark >>> 0}`;
};

/** How Sveltia reads and writes the records of one type. */
const format = (fields, suffix, media) => ({
  fromFile: (typed) => {
    // Git writes files anew with \r\n where a machine wants these.
    const text = typed.replace(/\r\n/g, "\n");
    const { head, body } = suffix === "md" ? parted(text) : { head: text };
    const record = { ...read(head), ...(body === undefined ? {} : { body }) };
    opened.set(markOf(text), text);
    return { ...recordToForm(record, fields, media), [KEY]: markOf(text) };
  },
  toFile: ({ [KEY]: mark, ...content }) => {
    const before = opened.get(mark);
    const parts = suffix === "md" ? parted(before ?? "") : { head: before };
    const meant = (record) => recordToFile(recordToForm(record, fields, media), fields, record);
    const old = before === undefined ? undefined : read(parts.head);
    const record = recordToFile(content, fields, old);
    const { body, ...rest } = record;
    const inHead = suffix === "md" ? rest : record;
    const made = before === undefined ? compose(inHead) : renewed(parts.head, meant, inHead);
    return suffix === "md" ? joined(parts, made, body ?? "") : made;
  },
});

/** The fields without what is said to these scripts alone. */
const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).filter(([key]) => key !== "pendopo");
  return Object.fromEntries(pairs.map(([key, each]) => [key, plain(each)]));
};

const folderOf = (given, agency) => (agency ? `${given.data}/agencies/${agency.id}` : given.data);

/** The one folder that pictures and documents go to: a dialog that had two would offer a wrong one. */
const mediaOf = (given, agency) => `/${folderOf(given, agency)}/media`;

/** The collections of one place: its single files, then each kind that it has in a folder. */
const collectionsOf = (given, agency) => {
  const folder = folderOf(given, agency);
  const media = mediaOf(given, agency);
  const types = given.types.filter((type) => (agency ? type.agencies : type.portal));
  const named = (type, suffix) => {
    // Sveltia wants such a name for the format of files with a head.
    const name = `pendopo-${type.name}-${suffix === "md" ? "frontmatter" : suffix}`;
    CMS.registerCustomFormat(name, suffix, format(type.fields, suffix, media));
    return name;
  };
  const files = types.filter(({ file }) => file).map((type) => ({
    name: type.name,
    label: type.label,
    file: `${folder}/${type.file}`,
    fields: plain(type.fields),
    format: named(type, "yml"),
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
    }));
  });
  return [{ name: "files", label: given.files, files }, ...inFolders];
};

export const configurationOf = (given, agency) => ({
  load_config_file: false,
  app_title: agency?.name ?? given.portal,
  backend: given.backend,
  publish_mode: "editorial_workflow",
  media_folder: mediaOf(given, agency),
  public_folder: mediaOf(given, agency),
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

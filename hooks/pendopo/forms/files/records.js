// How records stand in files, and how in the form: from one to the other, and back.
//
// All values of a file are texts: 1.500 is no number that could lose its zero. `fields` are those
// of the configuration; what stands below `pendopo` in them is explained in widgets.py.

const FLAGS = { ya: true, yes: true, true: true, tidak: false, no: false, false: false };
const MONTHS =
  "januari februari maret april mei juni juli agustus september oktober november desember".split(" ");
const UNKNOWN = "json:";
const KEY = "_key";

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" || value === false ||
  (Array.isArray(value) ? !value.length : isMap(value) && !Object.keys(value).length);

/** Whether two values of a file are equal; the order of keys does not matter. */
export const equal = (one, other) => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => equal(each, other[index]));
  }
  if (isMap(one) && isMap(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => equal(one[key], other[key]));
  }
  return one === other;
};

/** A day as the form shows it: 25/4/2018 and 25 April 2018 become 2018-04-25. */
const dayOf = (text) => {
  const [, day, month, year] = text.match(/^(\d{1,2})[-/. ]([A-Za-z]+|\d{1,2})[-/. ](\d{4})$/) ?? [];
  if (!year) return text;
  const named = MONTHS.findIndex((each) => each.startsWith(month.toLowerCase().slice(0, 3))) + 1;
  const number = /\d/.test(month) ? Number(month) : named;
  return number ? `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}` : text;
};

const own = (field) => field.pendopo ?? {};

/** The value of a part in the form. Keys that the form does not show stay, as one text each. */
const partToForm = (value, fields, media, bare) => {
  const found = typeof value === "string" && bare ? { [bare]: value } : value;
  if (!isMap(found)) return undefined;
  const named = Object.fromEntries(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(found).map(([key, each]) => [
      key,
      named[key] ? toForm(each, named[key], media) : UNKNOWN + JSON.stringify(each),
    ]),
  );
};

const keyedToForm = (value, field, media) => {
  const { bare } = own(field);
  const listed = Array.isArray(value);
  const entries = listed ? value.map((each, index) => [String(index + 1), each]) : Object.entries(value);
  return entries.map(([key, each]) => ({ [KEY]: key, ...partToForm(each, field.fields, media, bare) }));
};

const listToForm = (value, field, media) => {
  if (own(field).keyed && typeof value === "object") return keyedToForm(value, field, media);
  const items = Array.isArray(value) ? value : [value];
  if (field.fields) return items.map((each) => partToForm(each, field.fields, media, own(field).bare));
  return items.map((each) => toForm(each, field.field ?? {}, media));
};

/** What the form shows of the value of a field in a file. */
export const toForm = (value, field, media) => {
  if (value === null || value === undefined) return undefined;
  if (field.widget === "list" || field.multiple) return listToForm(value, field, media);
  if (field.widget === "object") return partToForm(value, field.fields, media, own(field).bare);
  if (field.widget === "boolean") return FLAGS[String(value).toLowerCase()] ?? false;
  if (field.widget === "datetime") return dayOf(value);
  if (field.widget === "image" || field.widget === "file") return `${media}/${value}`;
  return value;
};

/** The keys of a part as the form has them, before those that it does not show. */
const inOrder = (value, fields) => {
  const names = fields.map(({ name }) => name);
  const place = ([key]) => (names.includes(key) ? names.indexOf(key) : names.length);
  return Object.entries(value).sort((one, other) => place(one) - place(other));
};

const partToFile = (value, fields, bare, before) => {
  const named = Object.fromEntries(fields.map((field) => [field.name, field]));
  const made = {};
  for (const [key, each] of inOrder(value ?? {}, fields)) {
    const unknown = typeof each === "string" && each.startsWith(UNKNOWN);
    const old = isMap(before) ? before[key] : undefined;
    const found = unknown
      ? JSON.parse(each.slice(UNKNOWN.length))
      : named[key] && toFile(each, named[key], old);
    if (!isEmpty(found)) made[key] = found;
  }
  const only = Object.keys(made).length === 1 && bare in made;
  return only && typeof made[bare] === "string" && !isMap(before) ? made[bare] : made;
};

/** A list of parts with keys as it was written: as a list where these are 1, 2, 3 …, or a mapping. */
const keyedToFile = (value, field, before) => {
  const { bare, listed } = own(field);
  const old = (key) => (Array.isArray(before) ? before[Number(key) - 1] : before?.[key]);
  const made = value.map(({ [KEY]: key, ...part }) => [
    String(key ?? ""),
    partToFile(part, field.fields, bare, old(key)),
  ]);
  const found = made.filter(([key, part]) => key && !isEmpty(part));
  const inOrder = found.every(([key], index) => key === String(index + 1));
  if (listed && inOrder && !isMap(before)) return found.map(([, part]) => part);
  return Object.fromEntries(found.map(([key, part]) => [key, part]));
};

const listToFile = (value, field, before) => {
  if (own(field).keyed) return keyedToFile(value, field, before);
  const old = Array.isArray(before) ? before : [before];
  const items = field.fields
    ? value.map((each, index) => partToFile(each, field.fields, own(field).bare, old[index]))
    : value.map((each, index) => toFile(each, field.field ?? {}, old[index]));
  const made = items.filter((each) => !isEmpty(each));
  return made.length === 1 && typeof before === "string" ? made[0] : made;
};

/** What a file says of a value in the form; `before` is what it said, whose way of writing stays. */
export const toFile = (value, field, before) => {
  if (isEmpty(value)) return undefined;
  if (field.widget === "list" || field.multiple) return listToFile([value].flat(), field, before);
  if (field.widget === "object") return partToFile(value, field.fields, own(field).bare, before);
  if (field.widget === "boolean") return "ya";
  if (field.widget === "image" || field.widget === "file") return String(value).replace(/^.*\//, "");
  const typed = String(value).replace(/\r\n?/g, "\n");
  const text = own(field).line ? typed.trim().replace(/\s*\n\s*/g, " ") : typed;
  return field.widget === "markdown" || text.includes("\n") ? text.replace(/\s+$/, "") : text.trim();
};

export const recordToForm = (record, fields, media) => partToForm(record, fields, media, "") ?? {};
export const recordToFile = (content, fields, before) => partToFile(content, fields, "", before);

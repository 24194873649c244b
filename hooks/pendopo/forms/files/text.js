// Texts of YAML files: what they say, and the same text with another value, of which only the lines
// change that say something else. Comments, quotes and the order of keys stay as somebody wrote them.

import { isMap as isMapNode, isScalar, isSeq, parseDocument } from "./yaml/index.js";
import { equal } from "./records.js";

const PLAIN = /^[\p{L}\p{N}(/+][^\n]*$/u;
const UNSAFE = /: |:$| #|^\s|\s$|[\p{Cc}\u2028\u2029\ufeff]/u;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;
const IN_BRACKETS = /[,[\]{}]/;

const HEAD =
  /^(?<opening>---[ \t]*\n)(?<head>[\s\S]*?\n)??(?<closing>---[ \t]*\n(?:[ \t]*\n)*)(?<body>[\s\S]*?)(?<end>\s*)$/;

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const spaces = (count) => " ".repeat(count);

/** The head of a text between two lines `---`, the body below it, and what stands around them. */
export const parted = (text) => {
  const found = `${text}\n`.match(HEAD)?.groups;
  if (!found) return { opening: "---\n", head: text, closing: "---\n\n", end: "\n" };
  return { ...found, head: found.head ?? "", end: found.end.slice(0, -1) };
};

/** The text of which `parts` are the parts, with another head and body. */
export const joined = ({ opening, closing, end }, head, body) => opening + head + closing + body + end;

/** What a text says, all values as texts; raises an error where it is no YAML. */
export const read = (text) => document(text).toJS() ?? {};

const document = (text) => {
  const found = parseDocument(text, { schema: "failsafe", keepSourceTokens: true, prettyErrors: false });
  if (found.errors.length) throw found.errors[0];
  return found;
};

const quoted = (text) => JSON.stringify(text).replace(/[\u0085\u2028\u2029\ufeff]/g, (sign) =>
  `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

const line = (text, brackets = false) => {
  const plain = PLAIN.test(text) && !UNSAFE.test(text) && !WORDS.test(text);
  return plain && !(brackets && IN_BRACKETS.test(text)) ? text : quoted(text);
};

/** A text of several lines below its key, or what stands behind it. */
const scalar = (text, indent) => {
  const blank = /^\s/.test(text) || /[\p{Cc}\u2028\u2029\ufeff]/u.test(text.replaceAll("\n", ""));
  if (!text.includes("\n") || blank) return line(text);
  const lines = text.split("\n").map((each) => (each ? spaces(indent) + each : ""));
  return `|${text.endsWith("\n") ? "" : "-"}\n${lines.join("\n").replace(/\n$/, "")}`;
};

const bracketed = (value) => {
  if (Array.isArray(value)) return `[${value.map(bracketed).join(", ")}]`;
  if (!isMap(value)) return line(value, true);
  const pairs = Object.entries(value).map(([key, each]) => `${line(key, true)}: ${bracketed(each)}`);
  return `{${pairs.join(", ")}}`;
};

/** A value as it stands behind `key:` or `-`, with what is below that at `indent`. */
const written = (value, indent) => {
  if (typeof value === "string") return ` ${scalar(value, indent)}`;
  const lines = Array.isArray(value)
    ? value.map((each) => `-${inItem(each, indent + 2)}`)
    : Object.entries(value).map(([key, each]) => `${line(key)}:${written(each, indent + 2)}`);
  if (!lines.length) return Array.isArray(value) ? " []" : " {}";
  return lines.map((each) => `\n${spaces(indent)}${each}`).join("");
};

/** A part of a list begins on the line of its dash. */
const inItem = (value, indent) => {
  const text = written(value, indent);
  return isMap(value) || Array.isArray(value) ? text.replace(/^\n\s*/, " ") : text;
};

/** A whole record as text. */
export const compose = (record) => {
  const lines = Object.entries(record).map(([key, each]) => `${line(key)}:${written(each, 2)}\n`);
  // A text that ends with its line needs no sign for that.
  return lines.join("").replace(/: \|-\n/g, ": |\n");
};

const columnOf = (text, offset) => offset - (text.lastIndexOf("\n", offset - 1) + 1);
const lineStart = (text, offset) => text.lastIndexOf("\n", offset - 1) + 1;
const lineEnd = (text, offset) => {
  const found = text.indexOf("\n", offset);
  return found < 0 ? text.length : found + 1;
};

/** Where a node's own text ends, without the empty lines and comments after it. */
const endOf = (text, node) => {
  const end = node.range[1];
  const before = text.slice(0, end).replace(/\s+$/, "");
  return Math.max(before.length, node.range[0]);
};

class Patch {
  constructor(text) {
    this.text = text;
    this.edits = [];
  }

  replace(start, end, by) {
    this.edits.push([start, end, by]);
  }

  /** From the end to the beginning; of what is inserted at one place, the last goes in first. */
  get patched() {
    const sorted = [...this.edits].reverse().sort((one, other) => other[0] - one[0] || other[1] - one[1]);
    return sorted.reduce(
      (text, [start, end, by]) => text.slice(0, start) + by + text.slice(end),
      this.text,
    );
  }

  /** Brings the text of `node`, which says `old`, to say `value`; `indent` is that of its key. */
  update(node, old, value, indent) {
    if (equal(old, value)) return;
    if (isMapNode(node) && isMap(old) && isMap(value)) this.map(node, old, value);
    else if (isSeq(node) && Array.isArray(old) && Array.isArray(value)) this.list(node, old, value);
    else this.whole(node, value, indent);
  }

  whole(node, value, indent) {
    const flow = node.flow && typeof value !== "string";
    const start = node.range[0];
    const end = isScalar(node) ? node.range[1] : endOf(this.text, node);
    if (flow) return this.replace(start, end, bracketed(value));
    const block = /^BLOCK/.test(node.type ?? "");
    const text = this.scalarLike(node, value) ?? written(value, indent + 2).replace(/^ /, "");
    const before = this.text.slice(0, start);
    // What begins on the next line leaves no space behind the key.
    const from = text.startsWith("\n") ? before.replace(/ +$/, "").length : start;
    const stop = block ? endOf(this.text, node) : end;
    return this.replace(from, stop, text);
  }

  /** A text of one line in the quotes that the old one had. */
  scalarLike(node, value) {
    if (typeof value !== "string") return undefined;
    if (node.type === "BLOCK_LITERAL") return this.blockLike(node, value);
    if (value.includes("\n")) return undefined;
    if (node.type === "QUOTE_SINGLE" && !/[\p{Cc}]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
    if (node.type === "QUOTE_DOUBLE") return quoted(value);
    return isScalar(node) && this.inBrackets ? line(value, true) : undefined;
  }

  /** A text of lines, as far in as the old one was. */
  blockLike(node, value) {
    const [indent] = this.text.slice(...node.range).match(/(?<=\n)[ ]+(?=\S)/) ?? [""];
    const lines = value.split("\n").map((each) => (each ? indent + each : ""));
    return indent && !/^\s/.test(value) ? `|\n${lines.join("\n")}` : undefined;
  }

  map(node, old, value) {
    const pairs = node.items.filter(({ key }) => String(key) in old || String(key) in value);
    const kept = pairs.filter(({ key }) => String(key) in value);
    if (node.flow || !kept.length) return this.collection(node, old, value);
    const indent = columnOf(this.text, pairs[0].key.range[0]);
    for (const pair of pairs) {
      const key = String(pair.key);
      if (!(key in value)) this.removePair(node, pair);
      else if (pair.value) this.update(pair.value, old[key], value[key], indent);
      else this.replace(pair.key.range[1] + 1, pair.key.range[1] + 1, written(value[key], indent + 2));
    }
    return this.insertKeys(kept, value, indent);
  }

  /** A mapping or a list in brackets: its parts where these are the same ones, else as a whole. */
  collection(node, old, value) {
    const same = Object.keys(old).join() === Object.keys(value).join();
    if (!node.flow || !same) return this.whole(node, value, columnOf(this.text, node.range[0]) - 2);
    const before = this.inBrackets;
    this.inBrackets = true;
    const parts = isSeq(node)
      ? node.items.map((each, index) => [each, index])
      : node.items.map((each) => [each.value, String(each.key)]);
    for (const [part, key] of parts) {
      if (!equal(old[key], value[key])) this.replace(part.range[0], part.range[1], this.scalarLike(part, value[key]) ?? bracketed(value[key]));
    }
    this.inBrackets = before;
    return undefined;
  }

  removePair(node, pair) {
    const start = lineStart(this.text, pair.key.range[0]);
    const first = /^\s*-\s/.test(this.text.slice(start, pair.key.range[0]));
    const last = pair.value ?? pair.key;
    const end = lineEnd(this.text, endOf(this.text, last));
    if (!first) return this.replace(start, end, "");
    // The first key of a part of a list stands behind the dash: the next one moves there.
    const next = node.items[node.items.indexOf(pair) + 1];
    return this.replace(pair.key.range[0], next ? next.key.range[0] : end, "");
  }

  /** New keys behind the one that precedes them in `value`, as the form has them. */
  insertKeys(kept, value, indent) {
    const present = new Map(kept.map((pair) => [String(pair.key), pair]));
    let after = kept.at(-1);
    const order = Object.keys(value);
    for (const [index, key] of order.entries()) {
      if (present.has(key)) continue;
      const previous = order.slice(0, index).reverse().find((each) => present.has(each));
      after = previous ? present.get(previous) : kept.at(-1);
      const place = lineEnd(this.text, endOf(this.text, after.value ?? after.key));
      const open = place && this.text[place - 1] !== "\n" ? "\n" : "";
      const text = `${spaces(indent)}${line(key)}:${written(value[key], indent + 2)}`;
      this.replace(place, place, `${open}${text.replace(/: \|-\n/, ": |\n")}\n`);
    }
  }

  list(node, old, value) {
    if (node.items.length !== old.length) return this.whole(node, value, columnOf(this.text, node.range[0]) - 2);
    if (node.flow || !node.items.length || !value.length) return this.collection(node, old, value);
    const indent = columnOf(this.text, lineStart(this.text, node.items[0].range[0])) + this.dash(node.items[0]);
    let first = 0;
    while (first < Math.min(old.length, value.length) && equal(old[first], value[first])) first += 1;
    let last = 0;
    const most = Math.min(old.length, value.length) - first;
    while (last < most && equal(old.at(-1 - last), value.at(-1 - last))) last += 1;
    const shared = Math.min(old.length, value.length) - first - last;
    for (let index = first; index < first + shared; index += 1) {
      this.update(node.items[index], old[index], value[index], indent);
    }
    for (const item of node.items.slice(first + shared, old.length - last)) this.removeItem(item);
    const added = value.slice(first + shared, value.length - last);
    return added.length ? this.insertItems(node, first + shared, added, indent) : undefined;
  }

  dash(item) {
    const start = lineStart(this.text, item.range[0]);
    return this.text.slice(start, item.range[0]).lastIndexOf("-");
  }

  removeItem(item) {
    this.replace(lineStart(this.text, item.range[0]), lineEnd(this.text, endOf(this.text, item)), "");
  }

  insertItems(node, index, added, indent) {
    const before = node.items[index - 1];
    const place = before
      ? lineEnd(this.text, endOf(this.text, before))
      : lineStart(this.text, node.items[0].range[0]);
    const open = place && this.text[place - 1] !== "\n" ? "\n" : "";
    const lines = added.map((each) => `${spaces(indent)}-${inItem(each, indent + 2)}\n`);
    this.replace(place, place, open + lines.join(""));
  }
}

/**
 * `text` changed to say `value`; all of it anew where that cannot be done. `meant` gives of what a
 * text says what it means: a file may say in several ways what a form can say in one.
 */
export const renewed = (text, meant, value) => {
  try {
    const whole = text.endsWith("\n") ? text : `${text}\n`;
    const patch = new Patch(whole);
    const { contents } = document(whole);
    if (isMapNode(contents)) {
      patch.update(contents, meant(read(whole)), value, -2);
      if (equal(meant(read(patch.patched)), value)) return patch.patched;
    }
  } catch {
    // What follows is right in any case.
  }
  return compose(value);
};

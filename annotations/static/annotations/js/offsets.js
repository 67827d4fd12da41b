/**
 * The one place where UTF-16 units (what a browser counts) become code points (what the
 * server stores), and where places in the page become places in the text.
 *
 * The text of a block is the `textContent` of its `[data-text]` element. A passage is
 * `{start_key, start, end_key, end}`: two block keys, each with an offset in code points,
 * the end exclusive. Nothing here reads layout, so it runs on detached elements too.
 */

const CONTEXT = 32;

/** @param {number} unit @returns {boolean} whether it is the first half of a pair */
const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;

/** @param {number} unit @returns {boolean} whether it is the second half of a pair */
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether the UTF-16 index stands between the two halves of one character. */
export function splitsPair(text, unit) {
  return unit > 0 && unit < text.length && isHigh(text.charCodeAt(unit - 1)) && isLow(text.charCodeAt(unit));
}

/** Code points before a UTF-16 index; an index inside a pair counts the pair as not begun. */
export function toCodePoints(text, unit) {
  const end = Math.min(Math.max(unit, 0), text.length);
  let points = 0;
  for (let i = 0; i < end; points++) {
    i += isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1)) ? 2 : 1;
    if (i > end) return points;
  }
  return points;
}

/** The UTF-16 index of a code-point offset, at most the length of the text. */
export function toUnits(text, points) {
  let unit = 0;
  for (let left = points; left > 0 && unit < text.length; left--) {
    unit += isHigh(text.charCodeAt(unit)) && isLow(text.charCodeAt(unit + 1)) ? 2 : 1;
  }
  return unit;
}

/** Length in code points. */
export function lengthOf(text) {
  return toCodePoints(text, text.length);
}

/** The part of a text between two code-point offsets. */
export function slice(text, start, end) {
  return text.slice(toUnits(text, start), toUnits(text, end));
}

/** Moves a UTF-16 index out of the middle of a character: back for a start, on for an end. */
export function snap(text, unit, forward) {
  if (!splitsPair(text, unit)) return unit;
  return forward ? unit + 1 : unit - 1;
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a UTF-16 index stands inside a word. */
function splitsWord(text, unit) {
  const before = text.slice(0, unit).match(/[^]$/u)?.[0] ?? "";
  const after = text.slice(unit).match(/^[^]/u)?.[0] ?? "";
  return [before, after].every((letter) => IN_WORD.test(letter) && !UNSPACED.test(letter));
}

/**
 * What a hand that chose `start` to `end` (UTF-16 units) of a text meant: no space at either end, and,
 * where more than one word is chosen, whole words. Within one word its letters count.
 * @returns {[number, number]}
 */
export function meant(text, start, end) {
  const isMany = /\S\s+\S/.test(text.slice(start, end));
  const skips = (at) => /\s/.test(text.charAt(at));
  while (start < end && skips(start)) start++;
  while (end > start && skips(end - 1)) end--;
  if (!isMany) return [start, end];
  while (start > 0 && splitsWord(text, start)) start = snap(text, start - 1, false);
  while (end < text.length && splitsWord(text, end)) end = snap(text, end + 1, true);
  return [start, end];
}

/** UTF-16 index, within the element's text, of a point inside the element. */
function unitsBefore(element, node, offset) {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * The part of one text element that an intersecting range covers, in UTF-16 units, or null
 * if it touches no letter. An end of the range outside the element counts as that edge of it.
 */
function covered(range, element) {
  const text = element.textContent;
  const begins = element.contains(range.startContainer);
  const ends = element.contains(range.endContainer);
  const start = begins ? snap(text, unitsBefore(element, range.startContainer, range.startOffset), false) : 0;
  const end = ends ? snap(text, unitsBefore(element, range.endContainer, range.endOffset), true) : text.length;
  return end > start ? { element, text, start, end } : null;
}

/** The text elements below a root, in the order of the text. */
export function textElements(root) {
  return [...root.querySelectorAll("[data-text]")];
}

/** Key of the block that an element belongs to. */
export function keyOf(element) {
  return element.closest("[data-key]").dataset.key;
}

/** The text element of a block, given its key; null when the page does not hold the block. */
export function textElementOf(root, key) {
  // Found by its id at once, where the attribute would be looked for in the whole text
  const block = root.querySelector(`#p-${CSS.escape(key)}`) ?? root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!block) return null;
  return block.matches("[data-text]") ? block : block.querySelector("[data-text]");
}

/**
 * Describes what a range covers of the text below `root`: the passage with its quote and
 * 32 code points of context on either side; null when it covers no letter of the text.
 * Blocks are joined by a line feed, as in the text of a revision.
 * @param {{byHand?: boolean}} how whether the ends were set by hand, and what is `meant` counts
 */
export function describe(range, root, { byHand = false } = {}) {
  if (range.collapsed || !range.intersectsNode(root)) return null;
  const elements = textElements(root);
  const parts = elements
    .filter((element) => range.intersectsNode(element))
    .map((element) => covered(range, element))
    .filter(Boolean);
  if (parts.length === 0) return null;
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (byHand) tidy(parts);
  const quote = parts.map((part) => part.text.slice(part.start, part.end)).join("\n");
  if (quote.trim() === "") return null;
  return {
    start_key: keyOf(first.element),
    start: toCodePoints(first.text, first.start),
    end_key: keyOf(last.element),
    end: toCodePoints(last.text, last.end),
    quote,
    prefix: contextBefore(elements, first),
    suffix: contextAfter(elements, last),
  };
}

/** Moves the ends of what is covered to where they were meant. */
function tidy(parts) {
  const [first, last] = [parts[0], parts.at(-1)];
  const isOne = first === last;
  // Across blocks it is more than one word: each end is looked at with the rest of its block
  const [start, end] = meant(first.text, first.start, isOne ? first.end : first.text.length);
  first.start = start;
  if (isOne) first.end = end;
  else last.end = meant(last.text, 0, last.end)[1];
}

function contextBefore(elements, part) {
  let text = part.text.slice(0, part.start);
  for (let i = elements.indexOf(part.element) - 1; i >= 0 && text.length < 2 * CONTEXT; i--) {
    text = `${elements[i].textContent}\n${text}`;
  }
  const length = lengthOf(text);
  return slice(text, Math.max(0, length - CONTEXT), length);
}

function contextAfter(elements, part) {
  let text = part.text.slice(part.end);
  for (let i = elements.indexOf(part.element) + 1; i < elements.length && text.length < 2 * CONTEXT; i++) {
    text = `${text}\n${elements[i].textContent}`;
  }
  return slice(text, 0, CONTEXT);
}

/** A passage that takes in a whole block. */
export function wholeBlock(root, key) {
  const element = textElementOf(root, key);
  const range = document.createRange();
  range.selectNodeContents(element);
  return describe(range, root);
}

/**
 * The text node and index at a code-point offset of a text element. At a border between two
 * nodes a start takes the later node and an end the earlier, so that ranges stay tight.
 */
function pointAt(element, points, isEnd) {
  let left = toUnits(element.textContent, points);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.data.length;
    if (left < length || (isEnd && left === length && length > 0)) return { node, offset: left };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: last.data.length } : { node: element, offset: 0 };
}

/** The range of a passage below `root`; null when the page does not hold both of its blocks. */
export function rangeOf(passage, root) {
  const first = textElementOf(root, passage.start_key);
  const last = textElementOf(root, passage.end_key ?? passage.start_key);
  if (!first || !last) return null;
  const from = pointAt(first, passage.start, false);
  const to = pointAt(last, passage.end, true);
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

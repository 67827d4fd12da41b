/**
 * Choosing words without a mouse: static text has no caret. "+" (or "a" on a paragraph's
 * number) begins; arrows move the end and the beginning by words, with Shift by sentences.
 */
import { announce, button, inTurns, make } from "./make.js";
import { describe, rangeOf, textElementOf, toCodePoints, wholeBlock } from "./offsets.js";
import { paint } from "./paint.js";
import { icon, say } from "./strings.js";

/** Beginnings and ends of the words (or sentences) of a text, in UTF-16 units. */
export function pieces(text, granularity, language) {
  const found = [];
  for (const part of new Intl.Segmenter(language || undefined, { granularity }).segment(text)) {
    const isWord = granularity === "word" ? part.isWordLike : part.segment.trim() !== "";
    if (isWord) found.push({ start: part.index, end: part.index + part.segment.trimEnd().length });
  }
  return found;
}

/** The first end after a place, or the last before it; `steps` is 1 or -1. */
export function moveEnd(parts, from, end, steps) {
  const ends = parts.map((part) => part.end).filter((each) => each > from);
  const next = steps > 0 ? ends.find((each) => each > end) : ends.findLast((each) => each < end);
  return next ?? end;
}

/** The same for the beginning of the choice. */
export function moveStart(parts, start, to, steps) {
  const starts = parts.map((part) => part.start).filter((each) => each < to);
  const next = steps > 0 ? starts.find((each) => each > start) : starts.findLast((each) => each < start);
  return next ?? start;
}

/** A block as one would name it: "Paragraph 7", or the words of a heading. */
function nameOf(block) {
  const number = block.querySelector(":scope > .pn");
  return (number?.getAttribute("aria-label").split(",")[0] ?? block.querySelector("[data-text]").textContent).slice(0, 80);
}

export class Picker {
  #prose;
  #annotate;
  #highlight;
  #mark;
  #box = null;
  #block;
  #key;
  #text;
  #words;
  #sentences;
  #start;
  #end;

  /**
   * @param {Element} prose
   * @param {(passage: object, returnTo: Element) => void} annotate
   * @param {((passage: object, returnTo: Element) => void) | null} highlight where one may
   * @param {((passage: object, returnTo: Element) => void) | null} mark with a topic
   */
  constructor(prose, annotate, highlight = null, mark = null) {
    this.#prose = prose;
    this.#annotate = annotate;
    this.#highlight = highlight;
    this.#mark = mark;
    inTurns(prose.querySelectorAll(".block[data-key]"), (block) => this.#furnish(block));
    prose.addEventListener("keydown", (event) => this.#letter(event));
  }

  #furnish(block) {
    const number = block.querySelector(":scope > .pn");
    if (number) number.after(this.#adder(nameOf(block)));
    else block.prepend(this.#adder(nameOf(block)));
  }

  #adder(block) {
    const add = button("+", (event) => this.#pressed(event), { class: "add", "aria-label": say("add", { block }) });
    add.setAttribute("aria-keyshortcuts", "a");
    return add;
  }

  /** A pointer means the whole paragraph; the keyboard goes on to choose words. */
  #pressed(event) {
    const block = event.currentTarget.closest(".block");
    if (event.detail > 0) this.#annotate(wholeBlock(this.#prose, block.dataset.key), event.currentTarget);
    else this.#begin(block);
  }

  #letter(event) {
    if (event.key !== "a" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.target.matches(".pn, .add")) return;
    event.preventDefault();
    const block = event.target.closest(".block");
    this.#annotate(wholeBlock(this.#prose, block.dataset.key), event.target);
  }

  #begin(block) {
    this.#block = block;
    this.#key = block.dataset.key;
    const element = textElementOf(this.#prose, this.#key);
    this.#text = element.textContent;
    const language = element.closest("[lang]")?.lang;
    this.#words = pieces(this.#text, "word", language);
    this.#sentences = pieces(this.#text, "sentence", language);
    if (this.#words.length === 0) return;
    this.#start = 0;
    this.#end = this.#text.length;
    this.#open();
    this.#show();
  }

  #open() {
    const name = say("picker", { block: nameOf(this.#block) });
    const hints = ["picker-end", "picker-start", "picker-sentence", "picker-block", "picker-enter", "picker-escape"];
    if (this.#mark) hints.splice(5, 0, "picker-mark");
    if (this.#highlight) hints.splice(5, 0, "picker-highlight");
    this.#box = make(
      "div",
      { class: "picker", role: "application", tabindex: 0, "aria-label": name, "aria-describedby": "picker-hints" },
      icon("list"),
      make("span", { id: "picker-hints" }, hints.map((hint) => say(hint)).join("; ")),
    );
    this.#box.addEventListener("keydown", (event) => this.#key_(event));
    this.#box.addEventListener("blur", () => this.#close());
    this.#block.append(this.#box);
    this.#block.classList.add("is-held");
    this.#box.focus({ preventScroll: false });
  }

  #key_(event) {
    if (event.key === "Tab" || event.ctrlKey || event.metaKey) return;
    const isRtl = getComputedStyle(textElementOf(this.#prose, this.#key)).direction === "rtl";
    const parts = event.shiftKey ? this.#sentences : this.#words;
    const along = isRtl ? -1 : 1;
    const isWhole = this.#start === 0 && this.#end === this.#text.length;
    const moves = {
      ArrowRight: () => this.#stretch(parts, along, isWhole),
      ArrowLeft: () => this.#stretch(parts, -along, isWhole),
      ArrowDown: () => (this.#start = moveStart(parts, this.#start, this.#end, 1)),
      ArrowUp: () => (this.#start = moveStart(parts, this.#start, this.#end, -1)),
      PageDown: () => this.#goTo(1),
      PageUp: () => this.#goTo(-1),
      Enter: () => this.#take(this.#annotate),
      h: () => this.#highlight && this.#take(this.#highlight),
      t: () => this.#mark && this.#take(this.#mark),
      Escape: () => this.#cancel(),
    };
    if (!moves[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
    if (this.#box) this.#show();
  }

  /** From the whole paragraph, the first step forward begins at its first word or sentence. */
  #stretch(parts, steps, isWhole) {
    if (isWhole && steps > 0) {
      this.#start = parts[0].start;
      this.#end = parts[0].end;
    } else {
      this.#end = moveEnd(parts, this.#start, this.#end, steps);
    }
  }

  #passage() {
    return {
      start_key: this.#key,
      start: toCodePoints(this.#text, this.#start),
      end_key: this.#key,
      end: toCodePoints(this.#text, this.#end),
    };
  }

  #show() {
    paint("pending", [rangeOf(this.#passage(), this.#prose)]);
    announce(say("selected", { text: this.#text.slice(this.#start, this.#end) }));
  }

  /** Another block: the choice begins anew with the whole of it. */
  #goTo(step) {
    const blocks = [...this.#prose.querySelectorAll(".block[data-key]")];
    const next = blocks[blocks.indexOf(this.#block) + step];
    if (!next) return;
    this.#close();
    this.#begin(next);
  }

  #take(act) {
    const passage = describe(rangeOf(this.#passage(), this.#prose), this.#prose);
    const add = this.#block.querySelector(":scope > .add");
    this.#close();
    if (passage) act(passage, add);
  }

  #cancel() {
    const add = this.#block.querySelector(":scope > .add");
    this.#close();
    add?.focus();
  }

  #close() {
    const box = this.#box;
    this.#box = null;
    box?.parentElement?.classList.remove("is-held");
    box?.remove();
    paint("pending", []);
  }
}

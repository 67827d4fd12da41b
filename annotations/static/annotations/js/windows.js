/**
 * Cards (and, past a thousand passages, the passages) come as the reader nears them. What
 * does not come stays reachable: the paragraph's number leads to its own page.
 */
import { blocksNear, whileScrolling } from "./scrolling.js";

const AT_ONCE = 20;
const AHEAD = 900; // px
const PAUSE = 60; // ms

export class Windows {
  #slug;
  #dense;
  #loaded;
  #notes = new Map();
  #isBusy = false;
  #blocks;
  #missing;
  #arrived;

  /**
   * @param {Element} prose the article
   * @param {{slug: string, dense: boolean, loaded: Set<string>}} page what it says of itself
   * @param {(got: {html: string, passages: object[]}) => void} arrived takes in what came
   */
  constructor(prose, { slug, dense, loaded }, arrived) {
    this.#slug = slug;
    this.#dense = dense;
    this.#loaded = loaded;
    this.#arrived = arrived;
    this.#blocks = [...prose.querySelectorAll(".block[data-key]")];
    const isMissing = ({ dataset }) => Number(dataset.notes) > 0 && !loaded.has(dataset.key);
    this.#missing = new Set(this.#blocks.filter(isMissing));
    whileScrolling(() => this.#look());
  }

  /** Soon, and one after the other: who scrolls on does not wait for what they have passed. */
  #look() {
    if (this.#isBusy || this.#nearest().length === 0) return;
    this.#isBusy = true;
    this.#wait();
  }

  /** While the text flies past nothing of it is wanted. */
  #wait() {
    const before = scrollY;
    const go = () => (Math.abs(scrollY - before) > innerHeight / 2 ? this.#wait() : this.#fetchNearest());
    setTimeout(go, PAUSE);
  }

  #nearest() {
    return this.#missing.size > 0 ? blocksNear(this.#blocks, AHEAD).filter((block) => this.#missing.has(block)) : [];
  }

  async #fetchNearest() {
    const nearest = this.#nearest().slice(0, AT_ONCE);
    for (const block of nearest) this.#missing.delete(block);
    await this.load(nearest.map((block) => block.dataset.key)).finally(() => (this.#isBusy = false));
    this.#look();
  }

  /** What a filter lets through comes as the reader nears it, however many stand in one block. */
  narrow(passages) {
    this.#notes.clear();
    for (const { key, start_key } of passages) {
      if (document.getElementById(`n-${key}`)) continue;
      if (!this.#notes.has(start_key)) this.#notes.set(start_key, []);
      this.#notes.get(start_key).push(key);
    }
    for (const key of this.#notes.keys()) {
      const block = document.getElementById(`p-${key}`);
      if (block) this.#missing.add(block);
    }
    this.#look();
  }

  /** The cards of these notes, at most sixty; those that are not here are fetched. */
  async loadNotes(keys) {
    const missing = keys.filter((key) => !document.getElementById(`n-${key}`));
    if (missing.length > 0) {
      const html = await this.#get("cards", "note", missing, (response) => response.text(), "");
      if (html) this.#arrived({ html, passages: [] });
    }
    return keys.map((key) => document.getElementById(`n-${key}`)).filter(Boolean);
  }

  /** Fetches the cards of these blocks now; a failure leaves them to their own pages. */
  async load(keys) {
    const narrowed = keys.flatMap((key) => this.#notes.get(key) ?? []);
    for (const key of keys) this.#notes.delete(key);
    for (let i = 0; i < narrowed.length; i += AT_ONCE) await this.loadNotes(narrowed.slice(i, i + AT_ONCE));
    const fresh = keys.filter((key) => !this.#loaded.has(key));
    const [html, passages] = await Promise.all([
      fresh.length ? this.#get("cards", "block", fresh, (response) => response.text(), "") : "",
      fresh.length && this.#dense ? this.#get("passages", "block", fresh, async (response) => (await response.json()).passages, []) : [],
    ]);
    if (html) for (const key of fresh) this.#loaded.add(key);
    if (html || passages.length) this.#arrived({ html, passages });
  }

  async #get(what, name, keys, read, otherwise) {
    const query = new URLSearchParams(keys.map((key) => [name, key]));
    try {
      const response = await fetch(`/articles/${encodeURIComponent(this.#slug)}/${what}/?${query}`);
      return response.ok ? await read(response) : otherwise;
    } catch {
      return otherwise;
    }
  }
}

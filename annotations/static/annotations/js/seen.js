/** Tells the site what was seen and where the reader is: at most once in ten seconds, and on leaving. */

import { showWaiting } from "./overlay.js";
import { begunAbove } from "./scrolling.js";
import { LEAVING, sendJson } from "./sending.js";

const PACE = 10_000;

export class Seen {
  #prose;
  #waiting = new Map();
  #seesText = false;
  #timer = 0;
  #last = -Infinity;
  #hasScrolled = false;
  #block = "";

  /** @param {Element} prose the article */
  constructor(prose) {
    this.#prose = prose;
    document.addEventListener("scroll", () => (this.#hasScrolled = true), { passive: true, once: true });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#leave());
    addEventListener("pagehide", () => this.#leave());
  }

  /** Takes in an entry that was seen; it is sent with others. */
  add({ audience, seqs }) {
    this.#waiting.set(audience, [...(this.#waiting.get(audience) ?? []), ...seqs]);
    this.#soon();
  }

  /** The changes of the text are being looked at. */
  text() {
    this.#seesText = true;
    this.send();
  }

  #soon() {
    this.#timer ||= setTimeout(() => this.send(), Math.max(1_500, this.#last + PACE - performance.now()));
  }

  #leave() {
    const here = this.#here();
    if (this.#waiting.size > 0 || (here && here !== this.#block)) this.send();
  }

  /** The block at the upper third of the window; none where nobody has scrolled. */
  #here() {
    if (!this.#hasScrolled) return "";
    const blocks = [...this.#prose.querySelectorAll(".block[data-number]")];
    return blocks[begunAbove(blocks, innerHeight / 3) - 1]?.dataset.key ?? "";
  }

  /** Sends what waits; what does not arrive waits for the next time. */
  async send() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#last = performance.now();
    const [waiting, text, block] = [this.#waiting, this.#seesText, this.#here()];
    this.#waiting = new Map();
    this.#seesText = false;
    this.#block = block;
    const answer = await sendJson(`${location.pathname}seen/`, { seen: Object.fromEntries(waiting), text, block }, LEAVING);
    if (answer?.ok) showWaiting((await answer.json().catch(() => null))?.unread);
    if (answer?.status < 500) return;
    this.#seesText ||= text;
    for (const [audience, seqs] of waiting) this.add({ audience, seqs });
  }

  /** Takes the newest of others in a thread as not seen; answers its entries, null for none. */
  async takeBack(thread) {
    await this.send();
    const answer = await sendJson(`/threads/${thread}/unread/`, {}, LEAVING);
    return answer?.ok ? (await answer.json()).entries : null;
  }
}

/**
 * Cards (and, past a thousand passages, the passages) come as the reader nears them. What
 * does not come stays reachable: the paragraph's number leads to its own page.
 */
const AT_ONCE = 20;
const AHEAD = "900px 0px";

export class Windows {
  #slug;
  #dense;
  #loaded;
  #waiting = new Set();
  #timer = 0;
  #observer;
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
    this.#observer = new IntersectionObserver((entries) => this.#near(entries), { rootMargin: AHEAD });
    for (const block of prose.querySelectorAll(".block[data-notes]")) {
      const wanted = dense || !loaded.has(block.dataset.key);
      if (Number(block.dataset.notes) > 0 && wanted) this.#observer.observe(block);
    }
  }

  #near(entries) {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      this.#observer.unobserve(target);
      this.#waiting.add(target.dataset.key);
    }
    clearTimeout(this.#timer);
    if (this.#waiting.size > 0) this.#timer = setTimeout(() => this.#fetchWaiting(), 60);
  }

  async #fetchWaiting() {
    const keys = [...this.#waiting].slice(0, AT_ONCE);
    for (const key of keys) this.#waiting.delete(key);
    await this.load(keys);
    if (this.#waiting.size > 0) await this.#fetchWaiting();
  }

  /** Fetches the cards of these blocks that are not here, some at a time. */
  async loadAll(keys) {
    const waiting = keys.filter((key) => !this.#loaded.has(key));
    for (let i = 0; i < waiting.length; i += AT_ONCE) await this.load(waiting.slice(i, i + AT_ONCE));
  }

  /** Fetches the cards of these blocks now; a failure leaves them to their own pages. */
  async load(keys) {
    const fresh = keys.filter((key) => !this.#loaded.has(key));
    const [html, passages] = await Promise.all([
      fresh.length ? this.#get("cards", fresh, (response) => response.text(), "") : "",
      this.#dense ? this.#get("passages", keys, async (response) => (await response.json()).passages, []) : [],
    ]);
    if (html) for (const key of fresh) this.#loaded.add(key);
    if (html || passages.length) this.#arrived({ html, passages });
  }

  async #get(what, keys, read, otherwise) {
    const query = new URLSearchParams(keys.map((key) => ["block", key]));
    try {
      const response = await fetch(`/articles/${encodeURIComponent(this.#slug)}/${what}/?${query}`);
      return response.ok ? await read(response) : otherwise;
    } catch {
      return otherwise;
    }
  }
}

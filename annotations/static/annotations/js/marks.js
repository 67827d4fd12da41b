/**
 * Topic marks on their way to the site, one after another, each once. What did not arrive waits in this tab,
 * also through a reload, until it is sent or left out.
 */
import { fetchForm, submit } from "./posting.js";
import { submission, token } from "./sending.js";

export class Marks {
  #place;
  #api;
  #form;
  #told;
  #waiting;
  #sent = [];
  #isBusy = false;
  #sending = null;
  #isStuck = false;

  /**
   * @param {string} slug of the article
   * @param {string} user who marks
   * @param {{arrived: (result: object, mark: object) => void, stuck: (outcome: object) => void, changed: () => void}} told
   */
  constructor(slug, user, told) {
    this.#place = placeOf(slug, user);
    this.#api = `/api/articles/${encodeURIComponent(slug)}/threads`;
    this.#form = `/articles/${encodeURIComponent(slug)}/annotate/`;
    this.#told = told;
    this.#waiting = kept(this.#place);
  }

  /** Those that wait: each with its passage, topics, audience, revision and words. */
  get waiting() {
    return [...this.#waiting];
  }

  /** How many passages were marked, sent or not. */
  get count() {
    return this.#sent.length + this.#waiting.length;
  }

  /** Takes a mark and sends it after those before it. */
  add(mark) {
    this.#waiting.push({ ...mark, submission: submission() });
    this.#changed();
    return this.#isStuck ? null : this.send();
  }

  /** Sends what waits, until nothing does or one does not go through. */
  send() {
    if (!this.#isBusy) this.#sending = this.#sendAll();
    return this.#sending;
  }

  async #sendAll() {
    this.#isBusy = true;
    this.#isStuck = false;
    while (this.#waiting.length > 0 && !this.#isStuck) await this.#sendFirst();
    this.#isBusy = false;
  }

  async #sendFirst() {
    const [mark] = this.#waiting;
    let outcome = await submit(this.#api, payloadOf(mark));
    if ([401, 403].includes(outcome.status) && (await this.#renew())) outcome = await submit(this.#api, payloadOf(mark));
    if (!outcome.ok) {
      this.#isStuck = true;
      return this.#told.stuck(outcome);
    }
    this.#waiting.shift();
    this.#sent.push({ ...mark, id: outcome.result.id, key: outcome.result.key });
    this.#told.arrived(outcome.result, mark);
    this.#changed();
  }

  /** Asks for the form, with which a token comes; answers whether there is a new one. */
  async #renew() {
    const before = token();
    await fetchForm(this.#form).catch(() => null);
    return token() !== before;
  }

  /** Leaves out the one that does not go through, and sends the others. */
  leaveOut() {
    this.#waiting.shift();
    this.#changed();
    return this.send();
  }

  /** Takes back the last: one that waits is dropped, one that arrived withdrawn. Null where there is none. */
  async takeBack() {
    if (this.#waiting.length > (this.#isBusy ? 1 : 0)) {
      const mark = this.#waiting.pop();
      this.#isStuck = this.#isStuck && this.#waiting.length > 0;
      this.#changed();
      return { ok: true, mark };
    }
    // One that is on its way arrives first
    if (this.#isBusy) await this.#sending;
    if (this.#waiting.length > 0) return this.takeBack();
    const mark = this.#sent.pop();
    if (!mark) return null;
    const outcome = await submit(`/api/annotations/${mark.id}/withdraw`, {});
    if (!outcome.ok) this.#sent.push(mark);
    this.#changed();
    return { ...outcome, mark };
  }

  #changed() {
    keep(this.#place, this.#waiting);
    this.#told.changed();
  }
}

/** Whether marks of this reader wait in this tab. */
export function hasWaiting(slug, user) {
  return kept(placeOf(slug, user)).length > 0;
}

const placeOf = (slug, user) => `ncr:marks:${user}:${slug}`;

function payloadOf({ passage, revision, topics, audience, submission: number }) {
  return { anchor: { ...passage, phrase: "" }, revision, body: "", kind: "topic", audience, topics, submission: number };
}

function kept(place) {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "[]");
  } catch {
    return [];
  }
}

function keep(place, waiting) {
  try {
    if (waiting.length > 0) sessionStorage.setItem(place, JSON.stringify(waiting));
    else sessionStorage.removeItem(place);
  } catch {
    // A browser that refuses storage keeps them as long as the page is open
  }
}

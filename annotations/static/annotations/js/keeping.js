/**
 * A draft on the site, so that it is there after a crash and on another device. What stands there
 * has a state (the time it was saved); whoever goes on from another state is told, and nothing is
 * written over.
 */
import { LEAVING, sendJson } from "./sending.js";

/** Throws a draft away on the site. */
export function discardKept(place) {
  return sendJson("/drafts/discard/", { place }, LEAVING);
}

/** Everything of the reader's that the site keeps; null when it does not tell. */
export async function keptDrafts() {
  const answer = await fetch("/drafts/", { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
  return answer?.ok ? (await answer.json()).drafts : null;
}

export class Kept {
  #place;
  #page;
  #sent = null;
  #turn = Promise.resolve();

  /** The state that was seen last: "" where the site keeps nothing of this form. */
  state;

  /** @param {string} place the address of the form @param {string} page where it is open @param {string} state */
  constructor(place, page, state) {
    this.#place = place;
    this.#page = page;
    this.state = state;
  }

  /** Whether these fields are what the site has. */
  has(fields) {
    return this.#sent === JSON.stringify(fields);
  }

  /** Takes these fields for what the site has. */
  holds(fields) {
    this.#sent = JSON.stringify(fields);
  }

  /**
   * Sends the fields, one after the other. Answers `{ok: true}`, `{ok: false, other}` with the words that
   * stand there from elsewhere, or `{ok: false, status}`; 0 means that nothing answered.
   */
  save(fields) {
    this.#turn = this.#turn.then(() => this.#save(fields));
    return this.#turn;
  }

  async #save(fields) {
    if (this.has(fields)) return { ok: true };
    const content = { place: this.#place, page: this.#page, fields, base: this.state };
    const answer = await sendJson("/drafts/", content, LEAVING);
    const isTold = answer?.headers.get("Content-Type")?.includes("json") && (answer.ok || answer.status === 409);
    if (!isTold) return { ok: false, status: answer?.status ?? 0 };
    const { saved_at, body } = await answer.json();
    this.state = saved_at;
    if (!answer.ok) return { ok: false, other: body };
    this.holds(fields);
    return { ok: true };
  }

  /** Throws it away, after all that is under way. */
  async discard() {
    await this.#turn;
    if (!this.state) return;
    this.state = "";
    this.#sent = null;
    await discardKept(this.#place);
  }
}

/**
 * Of a draft in this browser and one on the site, which goes into the form and whether the other is to be
 * shown beside it. The one that goes on from the other wins; else the newer, and both are kept.
 * @param {{base?: string, at: number, fields: {body: string}} | null} here
 * @param {{state: string, body: string} | null} there
 */
export function chosen(here, there) {
  if (!here || !there) return { isHere: Boolean(here), other: "" };
  const isSame = here.fields.body.trim() === there.body.trim();
  if (isSame || here.base === there.state) return { isHere: true, other: "" };
  const isHere = here.at >= Date.parse(there.state);
  return { isHere, other: isHere ? there.body : here.fields.body };
}

/** What is told beside a draft, with what comes to it: nothing twice, and nothing lost. */
export function joined(other, more) {
  if (!other || more.includes(other.trim())) return more;
  return other.includes(more.trim()) ? other : `${more}\n\n${other}`;
}

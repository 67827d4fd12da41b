/**
 * What is being written, kept in this browser by person and by the address of the form until it is
 * posted or thrown away. Storage may be full or forbidden; then `write` answers false.
 */

const PREFIX = "ncr:draft:";

export class Drafts {
  #prefix;

  /** @param {string} user whose drafts these are */
  constructor(user) {
    this.#prefix = `${PREFIX}${user}:`;
  }

  /** The draft of the form at this address, or null. */
  read(place) {
    try {
      return JSON.parse(localStorage.getItem(this.#prefix + place));
    } catch {
      return null;
    }
  }

  /** Keeps a draft; false when the browser would not. */
  write(place, draft) {
    try {
      localStorage.setItem(this.#prefix + place, JSON.stringify({ ...draft, place, at: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  remove(place) {
    try {
      localStorage.removeItem(this.#prefix + place);
    } catch {
      // Where nothing can be stored there is nothing to remove.
    }
  }

  /** All of this person's, the latest first. */
  all() {
    return this.#places()
      .map((place) => this.read(place))
      .filter(Boolean)
      .sort((a, b) => b.at - a.at);
  }

  /** Forgets all that this person left unfinished here. */
  forgetAll() {
    for (const place of this.#places()) this.remove(place);
  }

  #places() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.#prefix))
        .map((key) => key.slice(this.#prefix.length));
    } catch {
      return [];
    }
  }
}

/** Takes a person's drafts along when they sign out. */
export function forgetOnSignOut(form) {
  form.addEventListener("submit", () => new Drafts(form.dataset.signOut).forgetAll());
}

/** What is thrown away on the page of what is unfinished goes here too. */
export function forgetOnDiscard(form, user) {
  form.addEventListener("submit", () => new Drafts(user).remove(form.dataset.discard));
}

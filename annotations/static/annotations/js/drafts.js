/**
 * What is being written, kept in this browser by person and place until it is posted or
 * thrown away. Storage may be full or forbidden; then `write` answers false.
 */

const PREFIX = "ncr:draft:";

export class Drafts {
  #prefix;

  /** @param {string} user whose drafts these are */
  constructor(user) {
    this.#prefix = `${PREFIX}${user}:`;
  }

  /** The draft at a place, or null. */
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

  /** All drafts begun on a page or, for an article's page, on its article; the latest first. */
  begunOn(page) {
    return this.#places()
      .map((place) => this.read(place))
      .filter((draft) => draft?.page === page || draft?.article === page)
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

/**
 * A note that is to stand on other words: the page of the article was opened from the page of
 * the note's place (`?place=<id>`), and goes back there with the words that are selected.
 */
import { make } from "./make.js";
import { say } from "./strings.js";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST = 500;

export class Placing {
  #page;

  /** @param {string} id of the note */
  constructor(id) {
    this.#page = `/annotations/${id}/place/`;
    document.body.append(
      make("p", { class: "placing", role: "status" }, make("span", {}, say("place-how")), " ", make("a", { class: "btn", href: this.#page }, say("place-not"))),
    );
  }

  /** The note that the address names; null where it names none. */
  static asked() {
    const id = new URLSearchParams(location.search).get("place") ?? "";
    return ID.test(id) ? new Placing(id) : null;
  }

  go({ start_key, start, end_key, end, quote }) {
    const revision = document.body.dataset.revision;
    // An address has its limits; where the words are is told by the offsets and the revision
    const words = quote?.length <= LONGEST ? quote : "";
    location.assign(`${this.#page}?${new URLSearchParams({ start_key, start, end_key, end, quote: words, revision })}#move`);
  }
}

/**
 * Edit and Withdraw for what this reader wrote. The page is the same bytes for everyone and
 * cannot say whose a note is; the overlay does, and so does the answer to what was just posted.
 */
import { make } from "./make.js";
import { say } from "./strings.js";

export class Own {
  #root;
  #mine = new Set();

  /** @param {Element} root where the cards are and will come */
  constructor(root) {
    this.#root = root;
  }

  /** Takes in the ids of annotations that this reader may change. */
  add(ids) {
    for (const id of ids) this.#mine.add(id);
  }

  /** Puts the ways to change each own annotation after its Reply, once; cards come and are replaced. */
  show() {
    if (this.#mine.size === 0) return;
    for (const reply of this.#root.querySelectorAll("a[data-reply]")) {
      const id = reply.pathname.split("/")[2];
      const isShown = reply.nextElementSibling?.matches("[data-edit]");
      if (this.#mine.has(id) && !isShown) reply.after(act(reply, id, "edit"), act(reply, id, "withdraw"));
    }
  }
}

/** The ways of an opening say what they are about; to see, only where they stand below its replies. */
function act(reply, id, name) {
  const isOpening = !reply.closest(".reply");
  const named = isOpening ? say(`${name}-note`) : null;
  const isBelow = isOpening && reply.closest(".card")?.querySelector(".replies") !== null;
  const attributes = { class: "btn plain", href: `/annotations/${id}/${name}/`, "aria-label": named };
  return make("a", { ...attributes, [`data-${name}`]: true }, isBelow ? named : say(name));
}

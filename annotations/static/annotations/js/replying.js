/** Reply and Edit open where they stand; without a script they are pages of their own. */
import { openComposer } from "./composer.js";
import { isPlainClick, make } from "./make.js";
import { reader } from "./overlay.js";

const LINKS = 'a[href^="/annotations/"][href$="/reply/"], a[href^="/annotations/"][href$="/edit/"]';

/**
 * Answers clicks on the Reply and Edit links below a root.
 * @param {Element} root
 * @param {(result: object) => void} posted takes in the server's answer
 */
export function openReplies(root, posted) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    openReply(link, posted);
  });
}

/** Opens the composer of a Reply or Edit link below it. */
export async function openReply(link, posted) {
  const acts = link.closest(".acts") ?? link;
  const open = acts.nextElementSibling;
  if (open?.matches(".composer-slot")) return open.querySelector("textarea, a")?.focus();
  const slot = make("div", { class: "composer-slot" });
  acts.after(slot);
  const url = link.getAttribute("href");
  const composer = await openComposer(slot, { url, user: await reader(), about: link.dataset.about ?? link.textContent.trim() });
  if (!composer) return slot.querySelector("a")?.focus();
  composer.closable(() => {
    slot.remove();
    link.focus();
  });
  composer.onPosted = posted;
  composer.focus();
  slot.scrollIntoView({ block: "nearest" });
}

/** Reply and Edit open where they stand; without a script they are pages of their own. */
import { rowOf } from "./acting.js";
import { isPlainClick, make } from "./make.js";
import { reader } from "./overlay.js";

const LINKS = 'a[href^="/annotations/"]:is([href$="/reply/"], [href$="/reply/?quote=1"], [href$="/edit/"])';

let held = "";

/**
 * Answers clicks on the Reply and Edit links below a root.
 * @param {Element} root
 * @param {(result: object, isEdit: boolean) => void} posted takes in the server's answer
 */
export function openReplies(root, posted) {
  // pressing a link takes the selection away before the click comes
  root.addEventListener("pointerdown", ({ target }) => {
    const link = target.closest(LINKS);
    held = link ? selectedWords(link) : "";
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    openReply(link, posted);
  });
}

/** Words selected in what a link is to answer, as they stand there. */
function selectedWords(link) {
  const selection = getSelection();
  const range = selection.rangeCount > 0 && selection.getRangeAt(0).cloneRange();
  const said = link.closest(".acts")?.parentElement.querySelector(":scope > .said");
  if (!range || range.collapsed || !said?.contains(range.startContainer)) return "";
  if (!said.contains(range.endContainer)) range.setEnd(said, said.childNodes.length);
  return range.toString().trim();
}

/** Puts words as a quotation above what is written already. */
function quote(words, field) {
  if (!words || !field) return;
  const written = field.value.trimStart();
  field.value = `${words.replace(/^/gm, "> ")}\n\n${written}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Opens the composer of a Reply or Edit link below it. */
export async function openReply(link, posted) {
  const words = link.hasAttribute("data-reply") ? held || selectedWords(link) : "";
  held = "";
  const { row: acts, from } = rowOf(link);
  const url = link.getAttribute("href");
  // One form for one answer, though two links lead to it
  const open = document.querySelector(`.composer-slot[data-url="${CSS.escape(url)}"]`);
  if (open) return open.querySelector("textarea, a")?.focus();
  const slot = make("div", { class: "composer-slot", "data-url": url });
  acts.after(slot);
  const { openComposer } = await import("./composer.js");
  const composer = await openComposer(slot, { url, user: await reader() });
  if (!composer) return slot.querySelector("a")?.focus();
  composer.closable(() => {
    slot.remove();
    from.focus();
  });
  composer.onPosted = (result) => posted(result, url.endsWith("/edit/"));
  composer.focus();
  const field = slot.querySelector('textarea[name="body"]');
  quote(words, field);
  // a draft that came in the place of the quotation goes below it
  const quoted = url.endsWith("?quote=1") ? (field?.defaultValue.trim() ?? "") : "";
  if (quoted && !field.value.includes(quoted)) quote(quoted.replace(/^> ?/gm, ""), field);
  slot.scrollIntoView({ block: "nearest" });
}

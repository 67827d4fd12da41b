/** One annotation is put before the reader: unfolded, in view, marked, with the focus on it. */

/** The row of acts of what opens a thread; replies have rows of their own. */
export function openingActs(card) {
  return card.querySelector(":scope > .acts[data-of], :scope > .settled > .acts[data-of]");
}

/**
 * Where an annotation stands: its reply, or the card that it opens; null where the card does not
 * bring it yet.
 * @param {Element|null} card of its thread @param {string} id of the annotation
 */
export function standsAt(card, id) {
  if (!card) return null;
  const isOpening = openingActs(card)?.dataset.of === id;
  return isOpening ? card : document.getElementById(`a-${id}`);
}

/** What an annotation itself says, without what answers it. */
export function wordsOf(element) {
  const own = element.matches(".card") ? ":scope > .said, :scope > .settled > .said" : ":scope > .said";
  return element.querySelector(own) ?? headOf(element) ?? element;
}

/** The line above it, or of a settled thread its one line. */
export function headOf(element) {
  return element.querySelector(":scope > .settled > summary, :scope > .card-head");
}

/** Fetches a thread's card with so many replies that one of them is among them. */
export async function fetchWith(card, id, takeIn) {
  const response = await fetch(`/threads/${card.dataset.thread}/card/?reply=${id}`).catch(() => null);
  if (response?.ok) takeIn(await response.text());
}

/** Unfolds what it is folded into, brings it into view and gives it the focus. */
export function reach(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  for (const other of document.querySelectorAll(".card .reply[aria-current]")) other.removeAttribute("aria-current");
  if (element.matches(".reply")) element.setAttribute("aria-current", "true");
  // The end first: of what is longer than the room for it the beginning stays in view
  const last = element.matches(".reply") ? element.querySelector(":scope > .acts") : null;
  for (const part of [last, wordsOf(element), headOf(element)]) part?.scrollIntoView({ block: "nearest" });
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * How much is said where, after the reader said something. The figures come from the page as it is
 * now, which has the words and plurals for them.
 */

/** @param {Element} prose the article; listeners to `ncr:figures` show what its blocks say then */
export async function renewFigures(prose) {
  const response = await fetch(location.pathname).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const blocks = new Map([...prose.querySelectorAll(".block[data-key]")].map((block) => [block.dataset.key, block]));
  for (const block of page.querySelectorAll(".prose .block[data-notes]")) {
    const here = blocks.get(block.dataset.key);
    if (here && here.dataset.notes !== block.dataset.notes) takeOver(here, block);
  }
  takeOverOutline(document.querySelector(".outline"), page.querySelector(".outline"));
  document.dispatchEvent(new Event("ncr:figures"));
}

function takeOver(here, block) {
  here.dataset.notes = block.dataset.notes;
  const [number, now] = [here, block].map((one) => one.querySelector(":scope > .pn"));
  if (!number || !now) return;
  number.setAttribute("aria-label", now.getAttribute("aria-label"));
  number.replaceChildren(...now.childNodes);
}

function takeOverOutline(here, now) {
  if (!here || !now) return;
  const items = here.querySelectorAll(".toc li");
  now.querySelectorAll(".toc li").forEach((item, at) => {
    const [old, count] = [items[at], item].map((one) => one?.querySelector(".count"));
    if (old && count) old.replaceWith(count);
    else if (count) items[at]?.querySelector("a").after(" ", count);
  });
  const discussion = (aside) => aside.querySelector('.all a[href$="/discussion/"]');
  if (discussion(here)) discussion(here).textContent = discussion(now).textContent;
}

/** The topics that a card names: slug and name, each once. */
export function topicsOf(card) {
  const chips = card?.querySelector(":scope > .chips")?.querySelectorAll(".chip") ?? [];
  return [...chips].map((chip) => ({ slug: new URL(chip.href).pathname.split("/").at(-2), name: chip.textContent, count: 1 }));
}

/**
 * What the shared page does not say: who is reading, their token, their private notes.
 * The page is the same bytes for everyone; this is fetched once after it.
 */

const slug = document.body.dataset.slug;
let answer = null;

async function ask() {
  if (!slug) return null;
  const response = await fetch(`/articles/${encodeURIComponent(slug)}/overlay/`, {
    headers: { Accept: "application/json" },
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`overlay: ${response.status}`);
  return response.json();
}

/** The overlay, fetched once; null where the page belongs to no article or nothing answers. */
export function overlay() {
  answer ??= ask().catch(() => null);
  return answer;
}

/** Name of the reader as drafts know it, or null when nobody is signed in. */
export async function reader() {
  return document.body.dataset.user ?? (await overlay())?.me?.name ?? null;
}

/** Fills the link of the header in for a reader who is signed in. */
export function showReader(me, link, label) {
  if (!me || !link) return;
  link.textContent = me.initials;
  link.href = me.url;
  link.classList.add("is-known");
  link.setAttribute("aria-label", label(me));
}

/** Shows how much waits for a reader who is signed in: "" for nothing, "3", or "99+". */
export function showWaiting(unread, link, label) {
  if (!link || typeof unread !== "string") return;
  const count = link.querySelector("[data-unread]");
  count.textContent = unread ? label(unread) : "";
  count.hidden = !unread;
  link.hidden = false;
}

/**
 * What the shared page does not say: who is reading, their private notes.
 * The page is the same bytes for everyone; this is fetched once after it.
 */
import { say } from "./strings.js";

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

/** Tells in the header who is signed in; who is not gets the way there, and back to this page. */
export function showReader(me, link) {
  if (!link) return;
  link.textContent = me ? me.initials : say("sign-in-here");
  link.classList.toggle("is-known", Boolean(me));
  if (me) link.setAttribute("aria-label", say("account", { name: me.display_name }));
  else link.href = `/accounts/login/?${new URLSearchParams({ next: location.pathname + location.search })}`;
}

/** Shows in the header how much waits for a reader who is signed in: "" for nothing, "3", or "99+". */
export function showWaiting(unread) {
  const link = document.querySelector("[data-notices]");
  if (!link || typeof unread !== "string") return;
  const count = link.querySelector("[data-unread]");
  count.textContent = unread ? say("unread", { n: unread }) : "";
  count.hidden = !unread;
  link.hidden = false;
}

/** More: who reacted and the rarer acts open below the row, as its page has them. */
import { fragment, make } from "./make.js";
import { fetchForm, send } from "./posting.js";
import { say } from "./strings.js";

/**
 * Opens what stands behind a More link, or closes it again.
 * @param {Element} link
 * @param {(result: object) => void} changed takes in a thread's card as it is now
 */
export async function openMore(link, changed) {
  const row = link.closest(".acts");
  const open = row.nextElementSibling;
  const slot = make("div", { class: "more-slot", role: "group", "aria-label": link.getAttribute("aria-label") });
  const close = () => {
    slot.remove();
    link.removeAttribute("aria-expanded");
  };
  if (open?.matches(".more-slot")) {
    open.remove();
    return link.removeAttribute("aria-expanded");
  }
  const html = await fetchForm(link.href).catch(() => null);
  if (html === null) return location.assign(link.href);
  slot.append(fragment(html));
  row.after(slot);
  link.setAttribute("aria-expanded", "true");
  slot.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
    link.focus();
  });
  slot.addEventListener("reacted", (event) => refresh(slot, link.href, event.target.dataset.react));
  slot.addEventListener("click", (event) => {
    const settling = event.target.closest("a[data-settle]");
    if (!settling || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    settle(slot, settling.href, changed);
  });
  slot.querySelector("a, button")?.focus({ preventScroll: true });
  slot.scrollIntoView({ block: "nearest" });
}

/** Names follow what was pressed; the focus stays on it. */
async function refresh(slot, url, kind) {
  const html = await fetchForm(url).catch(() => null);
  if (html === null) return;
  slot.replaceChildren(fragment(html));
  slot.querySelector(`[data-react="${kind}"]`)?.focus({ preventScroll: true });
}

async function settle(slot, url, changed) {
  const html = await fetchForm(url).catch(() => null);
  if (html === null) return location.assign(url);
  slot.replaceChildren(fragment(html));
  const form = slot.querySelector("form");
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { ok, result, problem } = await send(form);
    if (ok) return changed(result);
    const words = problem?.errors?.[0]?.message ?? problem?.detail ?? say("no-answer");
    form.querySelector(".problem").replaceChildren(make("p", {}, words));
  });
  (slot.querySelector('input:not([type="hidden"])') ?? slot.querySelector("button, a"))?.focus({ preventScroll: true });
  slot.scrollIntoView({ block: "nearest" });
}

/** Brings the next replies of a thread into its card; the focus goes to the first of them. */
export async function loadRest(link, takeIn) {
  if (link.ariaBusy === "true") return; // pressed twice: the second answer would find nothing new to focus
  link.ariaBusy = "true";
  const { id } = link.closest(".card");
  const replies = () => [...document.getElementById(id).querySelectorAll(".reply")];
  const known = new Set(replies().map((reply) => reply.id));
  const url = `${link.pathname}card/?replies=${link.dataset.rest}`;
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) return location.assign(link.href);
  takeIn(await response.text());
  const first = replies().find((reply) => !known.has(reply.id));
  if (!first) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
}

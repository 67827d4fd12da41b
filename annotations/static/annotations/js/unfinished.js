/** Offers what was being written on this page, in this browser or on another device. */
import { Drafts } from "./drafts.js";
import { discardKept, keptDrafts } from "./keeping.js";
import { button, make } from "./make.js";
import { icon, say } from "./strings.js";

const MOST = 50; // that the site keeps; when it is full, what is missing there may have had to go

/**
 * Drafts here and drafts there, each once. What the site had exactly so and has no more was posted or
 * thrown away elsewhere; with `kept` null nobody knows.
 * @returns {{offered: object[], gone: object[]}}
 */
export function together(local, kept) {
  const there = new Map((kept ?? []).map((draft) => [draft.place, draft]));
  const isGone = ({ place, isKept }) => kept !== null && kept.length < MOST && isKept && !there.has(place);
  const here = local.filter((draft) => !isGone(draft));
  const known = new Set(here.map(({ place }) => place));
  return { offered: [...here, ...[...there.values()].filter(({ place }) => !known.has(place))], gone: local.filter(isGone) };
}

/**
 * @param {string} user whose drafts
 * @param {(place: string) => void} resume opens the form at this address again
 */
export async function offerUnfinished(user, resume) {
  const drafts = new Drafts(user);
  const { offered, gone } = together(drafts.all(), await keptDrafts());
  for (const { place } of gone) drafts.remove(place);
  const found = offered.filter(({ page, article }) => page === location.pathname || article === location.pathname);
  if (found.length === 0 || document.querySelector("form.composer")) return;
  const list = make("ul");
  const box = make("section", { class: "unfinished", "aria-label": say("unfinished") });
  const later = button(icon("close"), () => box.remove(), { class: "btn plain", "aria-label": say("close") });
  box.append(make("div", { class: "unfinished-head" }, make("h2", {}, say("unfinished")), later), list);
  const drop = (item) => {
    item.remove();
    if (list.children.length === 0) box.remove();
  };
  for (const draft of found) list.append(entry(draft, { drafts, resume, drop }));
  document.querySelector("main").append(box);
  // Who writes has gone on; the offer would lie on the text, and soon be of something posted
  document.addEventListener("focusin", function written({ target }) {
    if (!target.closest("form.composer")) return;
    document.removeEventListener("focusin", written);
    box.remove();
  });
}

function entry({ place, words, fields }, { drafts, resume, drop }) {
  const item = make("li", {}, make("p", {}, titleOf(place)), make("p", { class: "quiet", dir: "auto" }, words ?? fields.body.slice(0, 80)));
  const go = () => {
    item.closest(".unfinished").remove();
    resume(place);
  };
  const discard = async () => {
    drafts.remove(place);
    drop(item);
    await discardKept(place);
  };
  item.append(
    make("p", { class: "acts" }, button(say("continue"), go), button(say("discard"), discard, { class: "btn plain" })),
  );
  return item;
}

/** Which form it is, and of which paragraph. */
function titleOf(place) {
  const { pathname, searchParams } = new URL(place, location.href);
  if (!pathname.endsWith("/annotate/")) return say(pathname.endsWith("/edit/") ? "unfinished-edit" : "unfinished-reply");
  const key = searchParams.get("start_key") ?? searchParams.get("block");
  if (!key) return say("unfinished-on", { block: say("whole-article") });
  const number = document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.dataset.number;
  return number ? say("unfinished-on", { block: `¶ ${number}` }) : say("unfinished-note");
}

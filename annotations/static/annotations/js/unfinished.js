/** After a reload, offers what was being written on this page. */
import { Drafts } from "./drafts.js";
import { button, make } from "./make.js";
import { say } from "./strings.js";

/**
 * @param {string} user whose drafts
 * @param {(draft: object) => void} resume opens the composer of a draft again
 */
export function offerUnfinished(user, resume) {
  const drafts = new Drafts(user);
  const found = drafts.begunOn(location.pathname);
  if (found.length === 0) return;
  const list = make("ul");
  const box = make("section", { class: "unfinished", "aria-label": say("unfinished") }, list);
  const drop = (item) => {
    item.remove();
    if (list.children.length === 0) box.remove();
  };
  for (const draft of found) list.append(entry(draft, { drafts, resume, drop }));
  document.querySelector("main").append(box);
}

function entry(draft, { drafts, resume, drop }) {
  const item = make("li", {}, make("p", {}, say("unfinished-on", { block: draft.about || say("whole-article") })));
  const go = () => {
    drop(item);
    resume(draft);
  };
  const discard = () => {
    drafts.remove(draft.place);
    drop(item);
  };
  item.append(
    make("p", { class: "acts" }, button(say("continue"), go), button(say("discard"), discard, { class: "btn plain" })),
  );
  return item;
}

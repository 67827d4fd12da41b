/** How much is said here to fewer people than the page is for, each audience by itself. */
import { make } from "./make.js";
import { say } from "./strings.js";

/**
 * @param {{kind: string, name: string, notes: number}[]} audiences @param {Element|null} outline takes the list
 */
export function showBeside(audiences, outline) {
  if (audiences.length === 0 || !outline) return;
  const entries = audiences.map(({ kind, name, notes }) =>
    make("li", {}, make("span", { class: `tag audience is-${kind}`, dir: "auto" }, name), " ", make("span", {}, String(notes))),
  );
  outline.append(
    make("section", { class: "beside", "aria-label": say("beside") }, make("h2", { class: "side-head" }, say("beside")), make("ul", { class: "topic-list" }, ...entries)),
  );
}

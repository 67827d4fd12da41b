/**
 * A link from one passage to another: the first is kept in this tab while the reader looks for the second, in
 * this text or another one. What the link says is written in the form of a note on the first.
 */
import { button, make } from "./make.js";
import { say } from "./strings.js";

const KEPT = "ncr:link-from";
const SHOWN = 60; // letters of the passage that are shown

/** The passage from which a link is being made, kept in this tab; null where there is none. */
export function linkingFrom() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

/** Keeps a passage as the first of a link; answers whether the browser keeps it. */
export function linkFrom(passage) {
  const { slug, revision } = document.body.dataset;
  const { start_key, start, end_key, end, quote } = passage;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ slug, revision, start_key, start, end_key, end, quote: quote.slice(0, SHOWN) }));
    return true;
  } catch {
    return false;
  }
}

/** The address of a passage, which the form of a note takes. */
export function addressOf({ start_key, start, end_key, end }) {
  const { slug, revision } = document.body.dataset;
  const place = new URLSearchParams({ start, end_key, end, revision });
  return `${location.origin}/articles/${encodeURIComponent(slug)}/p/${start_key}/?${place}`;
}

/** The address of the form of a note on the first passage, with the second in it. */
export function formOf({ slug, revision, start_key, start, end_key, end }, second) {
  const given = new URLSearchParams({ start_key, start, end_key, end, revision, link: addressOf(second) });
  return `/articles/${encodeURIComponent(slug)}/annotate/?${given}`;
}

function forget() {
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // What a browser does not keep is forgotten
  }
}

/** Says from what a link is being made, with the way out; answers the way to take it away. */
export function tellLinking({ quote }, ended) {
  const end = () => {
    forget();
    box.remove();
  };
  const leave = () => {
    end();
    ended();
  };
  const box = make(
    "section",
    { class: "placing", "aria-label": say("link-from") },
    make("p", { role: "status" }, say("link-how", { text: quote })),
    button(say("link-end"), leave),
  );
  document.body.append(box);
  return end;
}

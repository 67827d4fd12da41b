/**
 * The review of an import: a correction is sent, and only the rows that it changed are taken over
 * from the page that answers, so that nothing moves and what is typed elsewhere stays.
 */
import { announce, fragment, isPlainClick, make } from "./make.js";
import { say } from "./strings.js";

/** Takes the forms and links of the rows in hand; on the page of one piece only the split. */
export function correctInPlace(main) {
  const isReview = Boolean(main.querySelector("[data-pieces]"));
  main.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-quiet-piece], .piece [data-edit-form]");
    if (!form || !isReview) return;
    event.preventDefault();
    send(form, event.submitter, main);
  });
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-edit]");
    const leave = event.target.closest(".piece a[data-leave]");
    const split = event.target.closest("button[data-split]");
    if (split) splitAtCursor(split);
    if (!(link || leave) || !isReview || !isPlainClick(event)) return;
    event.preventDefault();
    if (link) open(link);
    else close(leave.closest(".piece"));
  });
  offerSplit(main);
  if (isReview) askBeforeLeaving(main);
}

/** Who leaves with facts or words that were not sent is asked by the browser. */
function askBeforeLeaving(main) {
  let sent = null;
  main.addEventListener("submit", (event) => (sent = event.target));
  addEventListener("beforeunload", (event) => {
    const open = [...main.querySelectorAll("#facts, [data-edit-form]")];
    if (open.some((form) => form !== sent && isTypedIn(form))) event.preventDefault();
    sent = null;
  });
}

function isTypedIn(form) {
  return [...form.elements].some((field) =>
    field.matches("select")
      ? [...field.options].some((one) => one.selected !== one.defaultSelected)
      : field.matches("input:not([type=hidden]), textarea") &&
        (field.value !== field.defaultValue || field.checked !== field.defaultChecked),
  );
}

async function send(form, submitter, main) {
  const row = form.closest(".piece");
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const answer = await fetch(address, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer) return announce(tell(row, say("no-answer")));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("main [data-pieces]");
  // Refused, changed in another window, signed out: the page that says so, with what was typed
  if (!answer.ok || !fresh) return show(page, row, form, address);
  const { top } = row.getBoundingClientRect();
  const place = [...row.parentElement.children].indexOf(row);
  takeOver(page, main, form);
  const target = document.getElementById(row.id) ?? rowAt(main, place) ?? document.getElementById("pieces");
  scrollBy(0, target.getBoundingClientRect().top - top);
  target.focus({ preventScroll: true });
}

/** What stands now where a row stood that is gone; an answer does not tell its fragment. */
function rowAt(main, place) {
  const rows = main.querySelectorAll(".piece");
  return rows[Math.min(place, rows.length - 1)];
}

/** What could not be done is said in the row, as it is now, with the form that was sent. */
function show(page, row, form, address) {
  const fresh = page.querySelector(".pieces.alone > .piece");
  const edited = page.querySelector("[data-edit-form]");
  const problem = page.querySelector(".message.error");
  // Gone, or signed out: the browser's own way shows the page that says it, with what was typed
  if (!fresh || !problem) {
    form.action = address;
    return form.submit();
  }
  const own = row.querySelector("[data-edit-form]");
  if (form.matches("[data-edit-form]")) fresh.querySelector(".piece-result").append(edited ?? own);
  else if (own) fresh.querySelector(".piece-result").append(own);
  row.replaceWith(fresh);
  offerSplit(fresh);
  announce(tell(fresh, problem.textContent));
  (form.matches("[data-edit-form]") ? fresh.querySelector("textarea") : fresh).focus();
}

function tell(row, words) {
  const slot = row.querySelector(".piece-result");
  slot.querySelector(":scope > .problem")?.remove();
  slot.append(make("p", { class: "problem" }, words));
  return words;
}

/** Rows that are as they were keep their elements, with what is typed in them. */
function takeOver(page, main, done) {
  const old = main.querySelector("[data-pieces]");
  const fresh = page.querySelector("[data-pieces]");
  if (old.localName === "ol" && fresh.localName === "ol") {
    const rows = [...fresh.children].map((row) => {
      const own = document.getElementById(row.id);
      if (own && own.dataset.seen === row.dataset.seen) return own;
      const typed = own?.querySelector("[data-edit-form]");
      // Only its neighbour is another: what is typed below it stays
      if (typed && typed !== done && isTypedIn(typed)) row.querySelector(".piece-result").append(typed);
      return row;
    });
    old.replaceChildren(...rows);
  } else old.replaceWith(fresh);
  for (const part of page.querySelectorAll("[data-swapped]")) swap(part, main);
}

/** Takes over a part of the page around the rows; what was unfolded there stays so. */
function swap(part, main) {
  const own = main.querySelector(`[data-swapped="${part.dataset.swapped}"]`);
  const unfolded = [...own.querySelectorAll("details[open]")].map((one) => one.className);
  for (const one of part.querySelectorAll("details")) one.open = unfolded.includes(one.className);
  own.replaceWith(part);
}

/** Opens the form of a piece below what it reads. */
async function open(link) {
  const row = link.closest(".piece");
  if (row.querySelector("[data-edit-form]")) return row.querySelector("textarea").focus();
  const answer = await fetch(link.href).catch(() => null);
  const html = answer?.ok ? await answer.text() : "";
  const form = fragment(html).querySelector("[data-edit-form]");
  if (!form) return location.assign(link.href);
  row.querySelector(".piece-result").append(form);
  offerSplit(row);
  form.querySelector("textarea").focus();
}

function close(row) {
  row.querySelector("[data-edit-form]").remove();
  row.querySelector("a[data-edit]").focus();
}

function offerSplit(within) {
  for (const button of within.querySelectorAll("button[data-split]")) button.hidden = false;
}

/** Puts a blank line where the cursor is, and sends it. */
function splitAtCursor(button) {
  const form = button.closest("form");
  const field = form.querySelector("textarea");
  const at = field.selectionStart;
  field.value = `${field.value.slice(0, at).trimEnd()}\n\n${field.value.slice(at).trimStart()}`;
  form.requestSubmit();
}

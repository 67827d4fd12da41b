/** Report opens where it stands, like Reply; without a script it is a page of its own. */
import { rowOf } from "./acting.js";
import { announce, button, fragment, isPlainClick, make } from "./make.js";
import { fetchForm, send, submit } from "./posting.js";
import { sendJson } from "./sending.js";
import { icon, say } from "./strings.js";

const LINKS = 'a[href^="/annotations/"][href$="/report/"]';

/** Answers clicks on the Report links below a root. */
export function openReports(root) {
  root.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!form.matches(".report-as")) return;
    event.preventDefault();
    if (submitter.dataset.api) tellAuthor(form, submitter);
    else reportAs(form, submitter);
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    openReport(link);
  });
}

async function openReport(link) {
  const { row: acts, from } = rowOf(link);
  const open = acts.parentElement.querySelector(":scope > .report-slot");
  if (open) return open.querySelector("input, a, p")?.focus();
  const html = await fetchForm(link.href).catch(() => null);
  if (!html) return location.assign(link.href);
  const { slot, close } = openSlot(acts, from);
  slot.append(fragment(html));
  const form = slot.querySelector("form[data-report-form]");
  if (!form) {
    const api = slot.querySelector("[data-take-back]")?.dataset.api;
    return tell(slot, slot.querySelector("p").textContent.trim(), close, api);
  }
  form
    .querySelector(".composer-head")
    .append(button(icon("close"), close, { class: "btn plain", "aria-label": say("close") }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    post(form, slot, close);
  });
  form.querySelector("input[type=radio]").focus();
}

/** A place below a row, which closes by Escape; then the focus is where it was. */
function openSlot(row, from) {
  const slot = make("div", { class: "report-slot" });
  row.after(slot);
  const close = () => {
    slot.remove();
    from.focus();
  };
  slot.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return { slot, close };
}

/** One press of a reason is the report; it can be taken back where it is told. */
async function reportAs(form, { value }) {
  const { api } = form.dataset;
  const result = await pressed(form, () => submit(api, { reason: value, text: "" }));
  if (!result) return;
  const { row, from } = rowOf(form);
  const { slot, close } = openSlot(row, from);
  tell(slot, result.message, close, result.outcome ? "" : api);
}

/** One press tells its author something, or takes that back. */
async function tellAuthor(form, press) {
  const { api } = press.dataset;
  const isMine = press.ariaPressed === "true";
  const result = isMine || (await pressed(form, () => submit(api, {}, "PUT")));
  if (!result) return;
  const { row, from } = rowOf(form);
  const { slot, close } = openSlot(row, from);
  if (isMine) takeBack(slot, close, api);
  else tell(slot, result.message, close, api);
}

/** What the site answers to a press; what goes wrong is said below the form. */
async function pressed(form, sending) {
  if (form.ariaBusy) return null;
  form.ariaBusy = "true";
  const { ok, status, result, problem, wait } = await sending();
  form.ariaBusy = null;
  form.parentElement.querySelector(":scope > .problem")?.remove();
  if (ok) return result;
  form.after(make("div", { class: "problem", role: "alert" }, ...wrong(status, problem, wait)));
  return null;
}

async function post(form, slot, close) {
  const submit = form.querySelector('[type="submit"]');
  if (submit.disabled) return;
  submit.disabled = true;
  const { ok, status, result, problem, wait } = await send(form);
  submit.disabled = false;
  if (ok) return tell(slot, result.message, close, result.outcome ? "" : form.dataset.api);
  form.querySelector(".problem").replaceChildren(...wrong(status, problem, wait, form));
}

/** What went wrong, in words; what was chosen and typed stays in the form. */
function wrong(status, problem, wait, form = null) {
  if (status === 401) {
    const address = `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
    const link = make("a", { href: address, target: "_blank", rel: "noopener" }, say("sign-in"));
    return [make("p", {}, say("signed-out")), make("p", {}, link)];
  }
  if (status === 429) return [make("p", {}, say("slow-down", { seconds: wait }))];
  const field = problem?.errors?.[0]?.field;
  if (form && field === "text") form.elements.namedItem("text").focus();
  return [make("p", {}, problem?.detail ?? say("failed"))];
}

/** @param {string} [api] where a report is taken back that can be */
function tell(slot, words, close, api = "") {
  const closer = button(say("close"), close, { class: "btn plain" });
  const acts = make("div", { class: "acts" }, closer);
  if (api) acts.append(button(say("take-back"), () => takeBack(slot, close, api), { class: "btn plain" }));
  slot.replaceChildren(make("div", { class: "composer report" }, make("p", {}, words), acts));
  closer.focus({ preventScroll: true });
  slot.scrollIntoView({ block: "nearest" });
  announce(words);
}

async function takeBack(slot, close, api) {
  const answer = await sendJson(api, {}, { method: "DELETE" });
  const problem = answer?.ok ? null : await answer?.json().catch(() => null);
  tell(slot, answer?.ok ? say("taken-back") : (problem?.detail ?? say("no-answer")), close, answer ? "" : api);
}

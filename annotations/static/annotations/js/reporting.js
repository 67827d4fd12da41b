/** Report opens where it stands, like Reply; without a script it is a page of its own. */
import { announce, button, fragment, isPlainClick, make } from "./make.js";
import { fetchForm, send } from "./posting.js";
import { icon, say } from "./strings.js";

const LINKS = 'a[href^="/annotations/"][href$="/report/"]';

/** Answers clicks on the Report links below a root. */
export function openReports(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    openReport(link);
  });
}

/** Nobody reports their own: takes the link away from what this reader wrote. */
export function spareOwn(root, own) {
  const mine = new Set(own);
  for (const link of root.querySelectorAll(LINKS)) {
    if (mine.has(link.getAttribute("href").split("/")[2])) link.remove();
  }
}

async function openReport(link) {
  const acts = link.closest(".acts") ?? link;
  const open = acts.parentElement.querySelector(":scope > .report-slot");
  if (open) return open.querySelector("input, a, p")?.focus();
  const html = await fetchForm(link.href).catch(() => null);
  if (!html) return location.assign(link.href);
  const slot = make("div", { class: "report-slot" });
  slot.append(fragment(html));
  acts.after(slot);
  const close = () => {
    slot.remove();
    link.focus();
  };
  slot.addEventListener("keydown", (event) => event.key === "Escape" && close());
  const form = slot.querySelector("form");
  if (!form) return tell(slot, slot.textContent.trim(), close);
  form
    .querySelector(".composer-head")
    .append(button(icon("close"), close, { class: "btn plain", "aria-label": say("close") }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    post(form, slot, close);
  });
  form.querySelector("input[type=radio]").focus();
}

async function post(form, slot, close) {
  const submit = form.querySelector('[type="submit"]');
  if (submit.disabled) return;
  submit.disabled = true;
  const { ok, status, result, problem, wait } = await send(form, form.elements.namedItem("csrfmiddlewaretoken").value);
  submit.disabled = false;
  if (ok) return tell(slot, result.message, close);
  form.querySelector(".problem").replaceChildren(...wrong(status, problem, wait, form));
}

/** What went wrong, in words; what was chosen and typed stays in the form. */
function wrong(status, problem, wait, form) {
  if (status === 401) {
    const address = `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
    const link = make("a", { href: address, target: "_blank", rel: "noopener" }, say("sign-in"));
    return [make("p", {}, say("signed-out")), make("p", {}, link)];
  }
  if (status === 429) return [make("p", {}, say("slow-down", { seconds: wait }))];
  const field = problem?.errors?.[0]?.field;
  if (field === "text") form.elements.namedItem("text").focus();
  return [make("p", {}, problem?.detail ?? say("failed"))];
}

function tell(slot, words, close) {
  const closer = button(say("close"), close, { class: "btn plain" });
  slot.replaceChildren(make("div", { class: "composer report" }, make("p", {}, words), closer));
  closer.focus();
  announce(words);
}

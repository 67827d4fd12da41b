/**
 * Writing a note, a reply or a change of one. What is typed is kept from the first letter on
 * and goes away only when it is posted or thrown away. A note is posted once, however often
 * the button is pressed: the form carries the number of its submission.
 */
import { Drafts } from "./drafts.js";
import { addTabs, showWriting, startEditors } from "./editor.js";
import { announce, button, calm, fragment, make } from "./make.js";
import { fetchForm, send } from "./posting.js";
import { icon, say } from "./strings.js";
import { Topics } from "./topics.js";

const KEPT = ["body", "kind", "audience", "topics", "submission", "quote", "prefix", "suffix", "revision", "phrase"];
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const time = (at) => new Intl.DateTimeFormat(document.documentElement.lang || undefined, clock).format(at);

/** Where a form is being written, the same for the fragment and for the page of its own. */
export function placeOf(form) {
  const value = (name) => form.elements.namedItem(name)?.value ?? "";
  const path = new URL(form.action, location.href).pathname;
  return `${path}|${value("start_key")}.${value("start")}-${value("end_key")}.${value("end")}`;
}

function articlePath() {
  const { slug } = document.body.dataset;
  return slug ? `/articles/${encodeURIComponent(slug)}/` : null;
}

export class Composer {
  #form;
  #url;
  #drafts = null;
  #topics = null;
  #saved;
  #problem;
  #submit;
  #busy = false;
  #token;
  #about;
  #save = calm(() => this.#keep(), 150);

  /** Called with the server's answer once the note is posted. */
  onPosted = () => {};

  /** Called when the reader closes the composer; what was typed stays kept. */
  onClosed = null;

  /**
   * @param {HTMLFormElement} form
   * @param {{url: string, user: string|null, about?: string}} context the address that gives this form, who
   *   writes, and what about
   */
  constructor(form, { url, user, about = "" }) {
    this.#form = form;
    this.#url = url;
    this.#about = about;
    this.#token = form.elements.namedItem("csrfmiddlewaretoken")?.value ?? "";
    this.#submit = form.querySelector('[type="submit"]');
    this.#furnish();
    if (user) this.#restore(user);
    this.#listen();
  }

  get #editor() {
    return this.#form.elements.namedItem("body");
  }

  #furnish() {
    const form = this.#form;
    this.#saved = form.querySelector(".saved") ?? make("p", { class: "saved", role: "status" });
    this.#problem = form.querySelector(".problem") ?? make("div", { class: "problem", role: "alert" });
    if (!this.#problem.isConnected || !form.contains(this.#problem)) form.querySelector(".composer-foot").before(this.#problem);
    if (!form.contains(this.#saved)) this.#submit.before(this.#saved);
    if (this.#editor) addTabs(this.#editor);
    this.#tell();
    const topics = form.elements.namedItem("topics");
    if (topics) this.#topics = new Topics(topics);
  }

  /** The button says to whom it sends. */
  #tell() {
    const words = this.#audience?.selectedOptions[0]?.dataset.button;
    if (words) this.#submit.textContent = words;
  }

  get #audience() {
    return this.#form.querySelector('select[name="audience"]');
  }

  /** What can be chosen no more becomes "only me", never anything wider, and is said. */
  #narrow() {
    if (!this.#audience || this.#audience.selectedIndex >= 0) return;
    this.#audience.value = "me";
    this.#explain(say("audience-gone"));
  }

  #listen() {
    this.#audience?.addEventListener("change", () => this.#tell());
    this.#form.addEventListener("input", () => this.#save());
    this.#form.addEventListener("change", () => this.#save());
    this.#form.addEventListener("submit", (event) => {
      if (!this.#form.dataset.api) return;
      event.preventDefault();
      this.#post();
    });
    this.#form.addEventListener("keydown", (event) => this.#key(event));
    addEventListener("pagehide", () => this.#save.now());
    // a browser that goes back to a page puts its own memory into the fields
    addEventListener("pageshow", () => this.#tell());
  }

  #key(event) {
    if (event.key === "Escape" && this.onClosed) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#form.requestSubmit();
    }
  }

  /** Adds a way to close, for composers that stand beside something else. */
  closable(onClosed) {
    this.onClosed = onClosed;
    const closer = button(icon("close"), () => this.close(), { class: "btn plain", "aria-label": say("close") });
    this.#form.querySelector(".composer-head")?.append(closer);
  }

  /** Takes the page's own description of the passage: it may be an older page than the form. */
  describe(passage, revision) {
    for (const [name, value] of Object.entries({ ...passage, revision })) {
      const field = this.#form.elements.namedItem(name);
      if (field && value !== undefined) field.value = value;
    }
  }

  focus() {
    this.#editor?.focus({ preventScroll: true });
  }

  close() {
    this.#save.now();
    if (this.#editor?.value.trim()) announce(say("closed-kept"));
    this.onClosed?.();
  }

  #restore(user) {
    this.#drafts = new Drafts(user);
    const draft = this.#drafts.read(placeOf(this.#form));
    if (!draft) return;
    for (const name of KEPT) {
      const field = this.#form.elements.namedItem(name);
      if (field && draft.fields[name] !== undefined) field.value = draft.fields[name];
    }
    this.#narrow();
    this.#tell();
    this.#topics?.show();
    this.#editor?.dispatchEvent(new Event("input"));
    this.#saved.replaceChildren(
      say("draft-restored", { time: time(draft.at) }),
      " ",
      button(say("discard"), () => this.#discard(), { class: "btn plain" }),
    );
  }

  #discard() {
    this.#save.cancel();
    this.#drafts?.remove(placeOf(this.#form));
    this.#form.reset();
    this.#tell();
    this.#renumber();
    this.#topics?.show();
    this.#saved.replaceChildren();
    this.#editor?.dispatchEvent(new Event("input"));
    this.#save.cancel();
    this.focus();
  }

  /** What follows is another note: should the one thrown away have arrived, it must not stand for this. */
  #renumber() {
    const submission = this.#form.elements.namedItem("submission");
    if (submission && crypto.randomUUID) submission.value = crypto.randomUUID();
  }

  #keep() {
    if (!this.#drafts || this.#busy || !this.#form.isConnected) return;
    const place = placeOf(this.#form);
    if (!this.#editor?.value.trim()) {
      this.#drafts.remove(place);
      this.#saved.replaceChildren();
      return;
    }
    const values = KEPT.map((name) => [name, this.#form.elements.namedItem(name)?.value]);
    const kept = this.#drafts.write(place, {
      fields: Object.fromEntries(values),
      page: location.pathname,
      article: articlePath(),
      url: this.#url,
      about: this.#about,
    });
    this.#saved.replaceChildren(kept ? say("draft-saved", { time: time(Date.now()) }) : say("draft-lost"));
  }

  async #post() {
    if (this.#busy) return;
    this.#save.now();
    this.#hold(true);
    this.#clearErrors();
    let outcome = await send(this.#form, this.#token);
    if (outcome.status === 401 || outcome.status === 403) {
      // the session may have been renewed in another tab, and the token with it
      const renewed = await this.#renew();
      if (renewed) outcome = await send(this.#form, this.#token);
    }
    this.#hold(false);
    if (outcome.ok) this.#done(outcome.result);
    else this.#refused(outcome);
  }

  /** Fetches the form anew for its token; answers whether there is a new one. */
  async #renew() {
    const html = await fetchForm(this.#url).catch(() => null);
    const token = html && fragment(html).querySelector('[name="csrfmiddlewaretoken"]')?.value;
    const isNew = Boolean(token) && token !== this.#token;
    if (isNew) {
      this.#token = token;
      this.#form.elements.namedItem("csrfmiddlewaretoken").value = token;
    }
    return isNew;
  }

  #hold(on) {
    this.#busy = on;
    this.#submit.setAttribute("aria-disabled", String(on));
    this.#form.setAttribute("aria-busy", String(on));
    if (on) this.#saved.replaceChildren(say("posting"));
    else this.#saved.replaceChildren();
  }

  #done(result) {
    this.#save.cancel();
    this.#drafts?.remove(placeOf(this.#form));
    this.#drafts = null;
    announce(say("posted"));
    this.onPosted(result);
  }

  #refused({ status, problem, wait }) {
    showWriting(this.#editor);
    if (status === 401) this.#explain(say("signed-out"), this.#signIn());
    else if (status === 409 && problem?.current !== undefined) this.#conflict(problem);
    else if (status === 429) this.#explain(say("slow-down", { seconds: wait }));
    else if (!problem || status >= 500) this.#explain(say("failed"));
    else this.#fieldErrors(problem);
    this.#save.now();
  }

  #explain(...children) {
    this.#problem.replaceChildren(...children.map((child) => (typeof child === "string" ? make("p", {}, child) : child)));
    this.#problem.scrollIntoView({ block: "nearest" });
  }

  #signIn() {
    const next = new URLSearchParams({ next: location.pathname });
    return make("a", { class: "btn", href: `/accounts/login/?${next}`, target: "_blank", rel: "opener" }, say("sign-in"));
  }

  #conflict(problem) {
    const version = this.#form.elements.namedItem("version");
    if (version && problem.version !== undefined) version.value = problem.version;
    this.#explain(say("conflict"), make("div", { class: "theirs", tabindex: 0 }, problem.current), say("conflict-yours"));
  }

  #fieldErrors(problem) {
    const elsewhere = [];
    for (const { field, message } of problem.errors ?? []) {
      if (!this.#showError(String(field).split(".").at(-1), message)) elsewhere.push(message);
    }
    const isPlaced = (problem.errors ?? []).length > elsewhere.length;
    if (elsewhere.length > 0) this.#explain(...elsewhere);
    else if (!isPlaced) this.#explain(problem.detail ?? problem.title ?? say("failed"));
    // From its head on, where it has room: the bar must not cut the button that closes it
    this.#form.scrollIntoView({ block: "nearest" });
    this.#form.querySelector('[aria-invalid="true"]')?.focus();
  }

  #showError(name, message) {
    const posted = this.#form.elements.namedItem(name);
    if (!posted || posted.type === "hidden") return false;
    const field = posted.hidden ? (posted.parentElement.querySelector('[role="combobox"]') ?? posted) : posted;
    const id = `${field.id}-problem`;
    const row = field.closest("[data-field], .form-row") ?? field.parentElement;
    row.append(make("p", { class: "field-error", id }, message));
    field.setAttribute("aria-invalid", "true");
    field.dataset.describedby = field.getAttribute("aria-describedby") ?? "";
    field.setAttribute("aria-describedby", `${field.dataset.describedby} ${id}`.trim());
    return true;
  }

  #clearErrors() {
    this.#problem.replaceChildren();
    for (const error of this.#form.querySelectorAll(".field-error")) error.remove();
    for (const field of this.#form.querySelectorAll('[aria-invalid="true"]')) {
      field.removeAttribute("aria-invalid");
      if (field.dataset.describedby) field.setAttribute("aria-describedby", field.dataset.describedby);
      else field.removeAttribute("aria-describedby");
    }
  }
}

/**
 * Fetches a form into a slot and makes it a composer. Answers null, with the slot saying
 * why, when the server gave a sign-in link or nothing in its place.
 */
export async function openComposer(slot, context) {
  slot.setAttribute("aria-busy", "true");
  slot.replaceChildren(make("p", { role: "status" }, say("loading")));
  const html = await fetchForm(context.url).catch(() => null);
  slot.removeAttribute("aria-busy");
  if (html === null) {
    slot.replaceChildren(make("p", { class: "problem", role: "alert" }, make("a", { href: context.url }, say("not-loaded"))));
    return null;
  }
  slot.replaceChildren(fragment(html));
  const form = slot.querySelector("form[data-composer]");
  if (!form) return null;
  const composer = new Composer(form, context);
  startEditors(form);
  return composer;
}

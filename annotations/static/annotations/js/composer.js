/**
 * Writing a note, a reply or a change of one. What is typed is kept from the first letter on
 * and goes away only when it is posted or thrown away. A note is posted once, however often
 * the button is pressed: the form carries the number of its submission.
 */
import { Drafts } from "./drafts.js";
import { addTabs, showWriting, startEditors } from "./editor.js";
import { chosen, joined, Kept } from "./keeping.js";
import { announce, button, calm, fragment, make } from "./make.js";
import { offerPeople } from "./mentions.js";
import { cameOf, fetchForm, send } from "./posting.js";
import { token } from "./sending.js";
import { icon, say } from "./strings.js";
import { Topics } from "./topics.js";

const TYPED = ["body", "kind", "audience", "topics", "relation", "link", "link_phrase", "phrase", "submission", "version", "other"];
const KEPT = [...TYPED, "quote", "prefix", "suffix", "revision"];
const REST = 3000;
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const time = (at) => new Intl.DateTimeFormat(document.documentElement.lang || undefined, clock).format(at);

function articlePath() {
  const { slug } = document.body.dataset;
  return slug ? `/articles/${encodeURIComponent(slug)}/` : null;
}

/** The way to the decision that keeps somebody from writing; what they typed stays open beside it. */
function readMore(problem) {
  if (!problem.page) return [];
  return [make("a", { href: problem.page, target: "_blank", rel: "noopener" }, say("sanction"))];
}

export class Composer {
  #form;
  #url;
  #place;
  #drafts = null;
  #kept = null;
  #isTouched = false;
  #isTold = false;
  #renewedAt = 0;
  #topics = null;
  #saved;
  #discarder;
  #problem;
  #submit;
  #busy = false;
  #send = calm(() => this.#keepThere(), REST);

  /** Called with the server's answer once the note is posted. */
  onPosted = () => {};

  /** Called when the reader closes the composer; what was typed stays kept. */
  onClosed = null;

  /**
   * @param {HTMLFormElement} form
   * @param {{url: string, user: string|null}} context the address that gives this form, and who writes
   */
  constructor(form, { url, user }) {
    this.#form = form;
    this.#url = url;
    this.#place = form.dataset.place;
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
    if (!form.contains(this.#saved)) this.#submit.after(this.#saved);
    this.#discarder = button(say("discard"), () => this.#discard(), { class: "btn plain discard", hidden: true });
    this.#saved.after(this.#discarder);
    if (this.#editor) {
      addTabs(this.#editor);
      offerPeople(this.#editor, () => this.#audience?.value ?? "");
    }
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
    for (const change of ["input", "change"]) {
      this.#form.addEventListener(change, () => {
        this.#isTouched = true;
        this.#keep();
      });
    }
    this.#form.addEventListener("submit", (event) => {
      if (!this.#form.dataset.api) return;
      event.preventDefault();
      this.#post();
    });
    this.#form.addEventListener("keydown", (event) => this.#key(event));
    const leave = () => document.visibilityState === "hidden" && this.#send.now();
    document.addEventListener("visibilitychange", leave);
    addEventListener("pagehide", () => this.#send.now());
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
    this.#keep();
    this.#send.now();
    if (this.#editor?.value.trim()) announce(say("closed-kept"));
    this.onClosed?.();
  }

  #field(name) {
    return this.#form.elements.namedItem(name);
  }

  #fields(names = KEPT) {
    const found = names.filter((name) => this.#field(name)?.value).map((name) => [name, this.#field(name).value]);
    return Object.fromEntries(found);
  }

  #fill(fields, names = KEPT) {
    for (const name of names) {
      const field = this.#field(name);
      if (field && fields[name] !== undefined) field.value = fields[name];
    }
    const pointing = this.#form.querySelector("details.pointing");
    if (pointing && (this.#field("link")?.value || this.#field("relation")?.value)) pointing.open = true;
    this.#narrow();
    this.#tell();
    this.#showOther();
    this.#topics?.show();
    this.#editor?.dispatchEvent(new Event("input"));
  }

  /** What this browser has of the form, or the site, or both: the form came with what the site has. */
  #restore(user) {
    this.#drafts = new Drafts(user);
    const state = this.#form.dataset.draft ?? "";
    this.#kept = new Kept(this.#place, location.pathname, state);
    const here = this.#drafts.read(this.#place);
    const there = state ? { state, body: this.#editor?.value ?? "" } : null;
    if (there) this.#kept.holds(this.#fields());
    if (!here && !there) return;
    const { isHere, other } = chosen(here, there);
    if (isHere) this.#fill(here.fields);
    if (other) this.#set("other", joined(this.#field("other")?.value ?? "", other));
    this.#showOther();
    this.#isTouched = true;
    this.#keep();
    this.#say(say("draft-restored", { time: time(isHere ? here.at : Date.parse(state)) }));
  }

  #set(name, value) {
    const field = this.#field(name);
    if (field) field.value = value;
  }

  /** What stood in another window or on another device, until one of the two is chosen. */
  #showOther() {
    const box = this.#form.querySelector(".other-draft");
    const other = this.#field("other")?.value;
    if (!other) return box?.replaceChildren();
    const swap = () => {
      this.#set("other", this.#editor.value);
      this.#editor.value = other;
      this.#changed();
    };
    const drop = () => {
      this.#set("other", "");
      this.#changed();
      this.focus();
    };
    box?.replaceChildren(
      make("p", { class: "lab" }, say("draft-other")),
      make("pre", { class: "kept", dir: "auto", tabindex: 0 }, other),
      make("p", { class: "acts" }, button(say("draft-swap"), swap), button(say("draft-drop"), drop, { class: "btn plain" })),
    );
  }

  #changed() {
    this.#showOther();
    this.#editor.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async #discard() {
    const before = this.#fields(TYPED);
    this.#send.cancel();
    this.#drafts.remove(this.#place);
    this.#form.reset();
    await this.#kept.discard();
    const html = await fetchForm(this.#url).catch(() => null);
    const fresh = html && fragment(html).querySelector("form[data-composer]");
    this.#renumber();
    const values = TYPED.map((name) => [name, (fresh ?? this.#form).elements.namedItem(name)?.value]);
    this.#fill({ ...Object.fromEntries(values), other: "" }, TYPED);
    this.#send.cancel();
    this.#isTouched = this.#isTold = false;
    this.#discarder.hidden = true;
    const undo = () => {
      this.#isTouched = true;
      this.#fill(before, TYPED);
      this.#keep();
      this.focus();
    };
    this.#say(say("discarded"), button(say("undo"), undo, { class: "btn plain" }));
    this.focus();
  }

  /** What follows is another note: should the one thrown away have arrived, it must not stand for this. */
  #renumber() {
    if (crypto.randomUUID) this.#set("submission", crypto.randomUUID());
  }

  /** Said anew only where it says something else: a status that repeats itself is no help. */
  #say(words, more = null) {
    if (!more && this.#saved.textContent === words) return;
    this.#saved.replaceChildren(words, ...(more ? [" ", more] : []));
  }

  /** In this browser, with each letter; what the site has is told until it has something newer. */
  #keep() {
    if (!this.#isTouched || !this.#drafts || this.#busy || !this.#form.isConnected) return;
    const fields = this.#fields();
    if (!fields.body?.trim() && !fields.other) return this.#forget();
    this.#discarder.hidden = false;
    const isHere = this.#write(fields);
    if (!this.#isTold) this.#say(isHere ? say("draft-here", { time: time(Date.now()) }) : say("draft-lost"));
    this.#send();
  }

  #write(fields) {
    return this.#drafts.write(this.#place, {
      fields,
      page: location.pathname,
      article: articlePath(),
      base: this.#kept.state,
      isKept: this.#kept.has(fields),
    });
  }

  #forget() {
    this.#send.cancel();
    this.#drafts.remove(this.#place);
    this.#kept.discard();
    this.#isTold = false;
    this.#discarder.hidden = true;
    this.#say("");
  }

  /** On the site, when the reader rests or leaves. */
  async #keepThere() {
    const fields = this.#isTouched && this.#drafts && !this.#busy ? this.#fields() : {};
    if (!fields.body?.trim() && !fields.other) return;
    let outcome = await this.#kept.save(fields);
    if (outcome.status === 403 && Date.now() - this.#renewedAt > 60_000) {
      this.#renewedAt = Date.now();
      if (await this.#renew()) outcome = await this.#kept.save(fields);
    }
    if (!this.#drafts || this.#busy) return;
    this.#isTold = outcome.ok;
    if (outcome.other !== undefined) return this.#apart(outcome.other);
    const isHere = this.#write(this.#fields());
    const where = outcome.ok ? "draft-there" : [401, 403].includes(outcome.status) ? "draft-signed-out" : "draft-here";
    this.#say(isHere || outcome.ok ? say(where, { time: time(Date.now()) }) : say("draft-lost"));
  }

  /** Written on in another window or on another device meanwhile: both are kept and shown. */
  #apart(other) {
    const isSame = other.trim() === this.#editor?.value.trim();
    if (!isSame) this.#set("other", joined(this.#field("other")?.value ?? "", other));
    this.#showOther();
    this.#keep();
    this.#send.now();
    if (!isSame) announce(say("draft-apart"));
  }

  async #post() {
    if (this.#busy) return;
    this.#keep();
    this.#send.cancel();
    this.#hold(true);
    this.#clearErrors();
    let outcome = await send(this.#form);
    if (outcome.status === 401 || outcome.status === 403) {
      // the token may have gone, or changed in another tab between asking and answering
      if (await this.#renew()) outcome = await send(this.#form);
    }
    this.#hold(false);
    if (outcome.ok) this.#done(outcome.result);
    else this.#refused(outcome);
  }

  /** Asks for the form, with which a token comes; answers whether there is a new one. */
  async #renew() {
    const before = token();
    await fetchForm(this.#url).catch(() => null);
    return token() !== before;
  }

  #hold(on) {
    this.#busy = on;
    this.#submit.setAttribute("aria-disabled", String(on));
    this.#form.setAttribute("aria-busy", String(on));
    this.#say(on ? say("posting") : "");
  }

  #done(result) {
    this.#send.cancel();
    this.#drafts?.remove(this.#place);
    this.#drafts = null;
    this.#kept?.discard();
    const outcome = cameOf(result, this.#form.dataset.method === "PATCH");
    announce(say(outcome === "waits" ? "waits-until" : outcome));
    this.onPosted(result);
  }

  #refused({ status, problem, wait }) {
    showWriting(this.#editor);
    if (status === 401) this.#explain(say("signed-out"), this.#signIn());
    else if (status === 409 && problem?.current !== undefined) this.#conflict(problem);
    else if (status === 429) this.#explain(say("slow-down", { seconds: wait }));
    else if (!problem || status >= 500) this.#explain(say("failed"));
    else this.#fieldErrors(problem);
    this.#keep();
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
    else if (!isPlaced) this.#explain(problem.detail ?? problem.title ?? say("failed"), ...readMore(problem));
    // From its head on, where it has room: the bar must not cut the button that closes it
    this.#form.scrollIntoView({ block: "nearest" });
    this.#form.querySelector('[aria-invalid="true"]')?.focus();
  }

  #showError(name, message) {
    const posted = this.#form.elements.namedItem(name);
    if (!posted || posted.type === "hidden") return false;
    posted.closest("details")?.setAttribute("open", "");
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

/**
 * Marking passage after passage with a topic that is chosen once. A bar at the foot of the window tells the mode,
 * the topic and how many; each choice of words is marked at once, one key takes the last back, Escape ends.
 */
import { announce, button, make } from "./make.js";
import { Marks } from "./marks.js";
import { rangeOf } from "./offsets.js";
import { paint } from "./paint.js";
import { icon, say } from "./strings.js";
import { namesIn, Topics } from "./topics.js";

const SHOWN = 60; // letters of a passage that are said

export class Sweep {
  #prose;
  #slug = document.body.dataset.slug;
  #marks;
  #page;
  #bar = null;
  #line = null;
  #problem = null;
  #topics = [];
  #audience = "everyone";
  #first = null;
  #from = null;

  /**
   * @param {Element} prose the article @param {string} user who marks
   * @param {{arrived: (result: object) => void, gone: (key: string) => void, turned: (mark: Function|null) => void}} page
   *   takes in a card, lets one go, and is told with what all that is chosen is to be done
   */
  constructor(prose, user, page) {
    this.#prose = prose;
    this.#page = page;
    this.#marks = new Marks(this.#slug, user, {
      arrived: (result, mark) => this.#arrived(result, mark),
      stuck: (outcome) => this.#stuck(outcome),
      changed: () => this.#show(),
    });
  }

  /** Whether each choice of words is marked now. */
  get isOn() {
    return this.#bar !== null && this.#topics.length > 0;
  }

  get isOpen() {
    return this.#bar !== null;
  }

  /** Asks for the topic; a passage that was chosen before is the first to be marked. */
  async open(passage = null) {
    this.#first = passage;
    if (this.isOn) return passage && this.mark(passage);
    if (this.isOpen) return;
    this.#from = document.activeElement;
    this.#bar = make("section", { class: "sweep-bar", "aria-label": say("sweep") });
    this.#bar.style.setProperty("--head", `${document.querySelector("header.bar").offsetHeight}px`);
    this.#bar.addEventListener("keydown", (event) => this.#key(event));
    document.body.append(this.#bar);
    document.documentElement.classList.add("is-sweeping");
    const [waits] = this.#marks.waiting;
    if (waits) this.#begin(waits.topics, waits.audience);
    else await this.#askWith(await audiences(this.#slug));
  }

  /** Without the choice of readers nothing is begun: nobody is to read what was not meant for them. */
  #askWith(choices) {
    if (choices) return this.#ask(choices);
    this.end();
    announce(say("no-answer"));
  }

  #ask(choices) {
    const plain = make("input", { id: "sweep-topics", name: "topics" });
    const options = choices.map(({ audience, name, remembered }) => make("option", { value: audience, selected: remembered }, name));
    const select = make("select", { id: "sweep-audience", class: "field" }, ...options);
    const form = make(
      "form",
      { class: "sweep-form" },
      make("div", { class: "form-row" }, make("label", { for: "sweep-topics" }, say("sweep-topic")), plain),
      make("div", { class: "form-row" }, make("label", { for: "sweep-audience" }, say("sweep-audience")), select),
      make("button", { class: "btn primary" }, say("sweep-begin")),
      button(icon("close"), () => this.end(), { class: "btn plain", "aria-label": say("close") }),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const topics = namesIn(plain.value);
      if (topics.length === 0) return this.#tell(say("sweep-no-topic"));
      this.#begin(topics, select.value);
    });
    this.#problem = make("p", { class: "problem", role: "alert" });
    this.#bar.replaceChildren(form, this.#problem);
    new Topics(plain).focus();
  }

  #begin(topics, audience) {
    this.#topics = topics;
    this.#audience = audience;
    this.#page.turned((passage) => this.mark(passage));
    this.#line = make("span", { class: "sweep-count" });
    this.#problem = make("div", { class: "problem", role: "alert" });
    const name = make("b", { dir: "auto" }, topics.join(", "));
    this.#bar.replaceChildren(
      make("p", { class: "sweep-mode", tabindex: -1 }, say("sweep-with"), " ", name, " ", this.#line),
      make("p", { class: "help" }, say("sweep-how")),
      button(say("sweep-undo"), () => this.undo(), { class: "btn" }),
      button(say("sweep-end"), () => this.end(), { class: "btn primary" }),
      this.#problem,
    );
    this.#show();
    const first = this.#first;
    this.#first = null;
    if (this.#marks.waiting.length > 0) this.#marks.send();
    if (first) this.mark(first);
    else announce(`${say("sweep-with")} ${topics.join(", ")}. ${say("sweep-how")}`);
    (this.#from?.isConnected && this.#prose.contains(this.#from) ? this.#from : this.#bar.querySelector(".sweep-mode")).focus({ preventScroll: true });
  }

  /** Marks a passage; the focus goes back to where it was chosen. */
  mark(passage, returnTo = null) {
    returnTo?.focus({ preventScroll: true });
    const revision = Number(document.body.dataset.revision);
    this.#marks.add({ passage, revision, topics: this.#topics, audience: this.#audience, words: wordsOf(passage, this.#prose) });
  }

  #arrived(result, { words }) {
    this.#page.arrived(result);
    this.#tell("");
    const how = result.state === "pending" ? "sweep-held" : "sweep-marked";
    announce(say(how, { text: words, n: this.#marks.count }));
  }

  /** Takes back the last mark. */
  async undo() {
    const came = await this.#marks.takeBack();
    if (!came) return announce(say("sweep-nothing"));
    if (!came.ok) return this.#tell(came.problem?.detail ?? say("no-answer"));
    if (came.mark.key) this.#page.gone(came.mark.key);
    this.#tell("");
    announce(say("sweep-undone", { text: came.mark.words, n: this.#marks.count }));
  }

  #show() {
    paint("sweep", this.#marks.waiting.map(({ passage }) => rangeOf(passage, this.#prose)).filter(Boolean));
    if (this.#line) this.#line.textContent = say("sweep-count", { n: this.#marks.count });
  }

  /** What did not go through is kept, and said with ways to go on. */
  #stuck({ status, problem, wait }) {
    const why =
      status === 429
        ? say("slow-down", { seconds: wait })
        : status === 401
          ? say("sweep-signed-out")
          : (problem?.errors?.[0]?.message ?? problem?.detail ?? say("no-answer"));
    if (status === 429) setTimeout(() => this.isOn && this.#again(), wait * 1000);
    const words = `${say("sweep-waiting", { n: this.#marks.waiting.length })} ${why}`;
    const signIn = status === 401 ? make("a", { class: "btn", href: signInUrl(), target: "_blank", rel: "opener" }, say("sign-in")) : null;
    this.#tell(words, signIn, button(say("try-again"), () => this.#again()), button(say("sweep-leave-out"), () => this.#leaveOut(), { class: "btn plain" }));
  }

  #again() {
    this.#tell("");
    return this.#marks.send();
  }

  #leaveOut() {
    this.#tell("");
    return this.#marks.leaveOut();
  }

  #tell(words, ...ways) {
    this.#problem?.replaceChildren(...(words ? [make("p", {}, words), ...ways.filter(Boolean)] : []));
  }

  #key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.end();
  }

  /** Ends the mode; what waits is sent when it is begun again. */
  end() {
    const n = this.#marks.count - this.#marks.waiting.length;
    this.#bar?.remove();
    this.#bar = this.#line = this.#problem = this.#first = null;
    this.#topics = [];
    this.#page.turned(null);
    paint("sweep", []);
    document.documentElement.classList.remove("is-sweeping");
    announce(say("sweep-ended", { n }));
    if (this.#from?.isConnected) this.#from.focus({ preventScroll: true });
  }
}

/** To whom one may write here; null where no answer came. */
async function audiences(slug) {
  const response = await fetch(`/api/articles/${encodeURIComponent(slug)}/audiences`).catch(() => null);
  return response?.ok ? response.json() : null;
}

function wordsOf(passage, prose) {
  const words = (passage.quote ?? String(rangeOf(passage, prose) ?? "")).replace(/\s+/g, " ");
  return words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words;
}

const signInUrl = () => `/accounts/login/?${new URLSearchParams({ next: location.pathname })}`;

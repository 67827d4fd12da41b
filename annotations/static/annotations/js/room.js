/** The page of an article: puts its parts together. */
import { showBeside } from "./beside.js";
import { openComposer } from "./composer.js";
import { isPlainClick, make } from "./make.js";
import { Margin, showSigla } from "./margin.js";
import { rangeOf, textElementOf } from "./offsets.js";
import { Outline } from "./outline.js";
import { Own } from "./own.js";
import { overlay, reader } from "./overlay.js";
import { paint } from "./paint.js";
import { keyOf, Passages } from "./passages.js";
import { Picker } from "./picker.js";
import { Placing } from "./placing.js";
import { openReplies, openReply } from "./replying.js";
import { openReports, spareOwn } from "./reporting.js";
import { Selecting } from "./selection.js";
import { say } from "./strings.js";
import { Strip } from "./strip.js";
import { TopicMarks } from "./topicmarks.js";
import { offerUnfinished } from "./unfinished.js";
import { Windows } from "./windows.js";

export class Room {
  #prose;
  #margin;
  #passages;
  #windows;
  #own;
  #topics;
  #slug = document.body.dataset.slug;
  #composer = null;
  #mine = [];

  /** @param {Element} prose the article @param {Element} section the margin */
  constructor(prose, section) {
    this.#prose = prose;
    this.#passages = new Passages(prose);
    this.#margin = new Margin(section, prose, this.#passages);
    this.#own = new Own(prose.closest(".room"));
    const page = {
      slug: this.#slug,
      dense: document.body.dataset.density === "1",
      loaded: new Set((section.dataset.loaded ?? "").split(" ").filter(Boolean)),
    };
    this.#windows = new Windows(prose, page, (got) => this.#takeIn(got));
    this.#margin.onMissing = (key) => this.#fetchFor(key);
    this.#letChoose();
    openReplies(prose.closest(".room"), (result) => this.#posted(result));
    openReports(prose.closest(".room"));
    document.addEventListener("click", (event) => this.#wholeArticle(event));
    new Outline(prose, document.querySelector(".outline"));
    new Strip(prose);
    this.#topics = new TopicMarks(document.querySelector(".outline"), {
      slug: this.#slug,
      mark: (found) => this.#markTopic(found),
      isBusy: () => this.#margin.isChosen || this.#composer !== null,
    });
    this.#arrive();
  }

  /** Words that are chosen begin a note, or become the place of the one that is being placed. */
  #letChoose() {
    const placing = Placing.asked();
    if (placing) {
      new Selecting(this.#prose, (passage) => placing.go(passage), say("place"));
      new Picker(this.#prose, (passage) => placing.go(passage));
      return;
    }
    new Selecting(this.#prose, (passage) => this.#annotate(passage));
    new Picker(this.#prose, (passage, from) => this.#annotate(passage, from));
  }

  async #arrive() {
    await this.#margin.followHash();
    const mine = await overlay();
    if (!mine) return;
    this.#mine = mine.mine ?? [];
    this.#own.add(this.#mine);
    this.#takeIn({ html: mine.cards ?? "", passages: mine.passages ?? [] });
    showBeside(mine.beside ?? [], document.querySelector(".outline details"));
    this.#topics.add(mine.topics ?? []);
    await this.#margin.followHash();
    if (mine.me) offerUnfinished(mine.me.name, (draft) => this.#resume(draft));
  }

  #takeIn({ html, passages }) {
    const found = this.#passages.add(passages);
    showSigla(found, this.#prose);
    this.#margin.insert(html);
    this.#own.show();
    spareOwn(document, this.#mine);
  }

  /** Marks the passages of a topic and shows its cards alone; with null everything as before. */
  async #markTopic(found) {
    if (!found) {
      this.#passages.markTopic([]);
      this.#margin.only(null);
      return;
    }
    const missing = found.passages.filter(({ key }) => !this.#passages.beginningOf(key));
    if (missing.length > 0) this.#takeIn({ html: "", passages: missing });
    this.#passages.markTopic(found.keys);
    this.#margin.only(new Set(found.keys));
    await this.#windows.loadAll([...new Set(found.passages.map(({ start_key }) => start_key))]);
  }

  async #fetchFor(key) {
    const block = this.#passages.siglumOf(key)?.closest(".block");
    if (block) await this.#windows.load([block.dataset.key]);
  }

  /** Links that begin a note on the whole article open in the margin as well. */
  #wholeArticle(event) {
    const link = event.target.closest?.("a[href]");
    const isWhole = link?.pathname === this.#urlOf(null) && link.search === "";
    if (!isWhole || !isPlainClick(event)) return;
    event.preventDefault();
    this.#annotate(null, link);
  }

  #urlOf(passage) {
    const path = `/articles/${encodeURIComponent(this.#slug)}/annotate/`;
    if (!passage) return path;
    const { start_key, start, end_key, end } = passage;
    return `${path}?${new URLSearchParams({ start_key, start, end_key, end })}`;
  }

  #aboutOf(passage) {
    const number = passage && textElementOf(this.#prose, passage.start_key)?.closest(".block").dataset.number;
    return number ? `¶ ${number}` : "";
  }

  async #annotate(passage, returnTo = null, url = this.#urlOf(passage)) {
    this.#composer?.close();
    const range = passage ? rangeOf(passage, this.#prose) : null;
    paint("pending", range ? [range] : []);
    const slot = make("div", { class: "composer-slot" });
    const about = this.#aboutOf(passage);
    const letGo = this.#margin.hold(slot, passage?.start_key, range, about || say("annotate"));
    const close = () => {
      letGo();
      paint("pending", []);
      this.#composer = null;
      (returnTo ?? this.#numberOf(passage))?.focus({ preventScroll: true });
    };
    const composer = await openComposer(slot, { url, user: await reader(), about });
    if (!composer) return this.#noForm(slot, close);
    this.#composer = composer;
    if (passage?.quote) composer.describe(passage, document.body.dataset.revision);
    composer.closable(close);
    composer.onPosted = (result) => {
      letGo();
      paint("pending", []);
      this.#composer = null;
      this.#posted(result);
    };
    composer.focus();
  }

  #noForm(slot, close) {
    slot.addEventListener("keydown", (event) => event.key === "Escape" && close());
    slot.querySelector("a")?.focus({ preventScroll: true });
    this.#composer = { close };
  }

  #numberOf(passage) {
    return passage && textElementOf(this.#prose, passage.start_key)?.closest(".block").querySelector(":scope > .pn");
  }

  #posted({ id, card, key, passage }) {
    this.#own.add([id]);
    this.#takeIn({ html: card ?? "", passages: passage ? [passage] : [] });
    this.#margin.choose(key, { focus: true, scroll: true });
  }

  #resume(draft) {
    const url = new URL(draft.url, location.href);
    if (!url.pathname.endsWith("/annotate/")) return this.#resumeReply(draft);
    const { start_key, start, end_key, end } = Object.fromEntries(url.searchParams);
    const passage = start_key ? { start_key, start: Number(start), end_key, end: Number(end) } : null;
    const isHere = passage && textElementOf(this.#prose, start_key) && textElementOf(this.#prose, end_key);
    if (isHere) textElementOf(this.#prose, start_key).scrollIntoView({ block: "center" });
    this.#annotate(isHere ? passage : null, null, draft.url);
  }

  #resumeReply(draft) {
    const link = document.querySelector(`.room .card a[href="${CSS.escape(draft.url)}"]`);
    if (!link) return location.assign(draft.url);
    this.#margin.choose(keyOf(link.closest(".card")), { scroll: true });
    openReply(link, (result) => this.#posted(result));
  }
}


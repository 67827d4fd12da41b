/** The page of an article: puts its parts together. */
import { Acting } from "./acting.js";
import { showBeside } from "./beside.js";
import { Filter } from "./filter.js";
import { button, inTurns, isPlainClick, make } from "./make.js";
import { formOf, linkFrom, linkingFrom, tellLinking } from "./linking.js";
import { Margin } from "./margin.js";
import { rangeOf, textElementOf } from "./offsets.js";
import { Outline } from "./outline.js";
import { overlay, reader } from "./overlay.js";
import { paint } from "./paint.js";
import { keyOf, Passages } from "./passages.js";
import { Picker } from "./picker.js";
import { Placing } from "./placing.js";
import { cameOf } from "./posting.js";
import { fetchWith, headOf, reach, standsAt } from "./reaching.js";
import { offerRoomKeys } from "./roomkeys.js";
import { openReplies, openReply } from "./replying.js";
import { openReports } from "./reporting.js";
import { Selecting } from "./selection.js";
import { Signs } from "./signs.js";
import { say } from "./strings.js";
import { Strip } from "./strip.js";
import { offerUnfinished } from "./unfinished.js";
import { Windows } from "./windows.js";

export class Room {
  #prose;
  #section;
  #margin;
  #passages;
  #signs;
  #windows;
  #acting;
  #filter;
  #selecting = null;
  #sweep = null;
  #endLinking = null;
  #slug = document.body.dataset.slug;
  #composer = null;

  /** @param {Element} prose the article @param {Element} section the margin */
  constructor(prose, section) {
    const room = prose.closest(".room");
    this.#prose = prose;
    this.#section = section;
    this.#passages = new Passages(prose);
    this.#signs = new Signs(prose, this.#passages);
    this.#margin = new Margin(section, prose, this.#passages);
    this.#acting = new Acting(room, (result) => this.#changed(result), (html) => this.#takeIn({ html, passages: [] }));
    this.#filter = new Filter(document.querySelector(".outline"), {
      slug: this.#slug,
      show: (found, order) => this.#narrow(found, order),
      hide: (on) => on && this.#margin.clear(),
    });
    openReplies(room, (result, isEdit) => this.#posted(result, { isEdit }));
    openReports(room);
    document.addEventListener("click", (event) => this.#wholeArticle(event));
    room.addEventListener("click", (event) => this.#openCrowd(event));
    const page = {
      slug: this.#slug,
      dense: document.body.dataset.density === "1",
      loaded: new Set((section.dataset.loaded ?? "").split(" ").filter(Boolean)),
    };
    this.#windows = new Windows(prose, page, (got) => this.#takeIn(got));
    this.#margin.onMissing = (key) => this.#fetchFor(key);
    this.#furnish();
  }

  /** In turns, so that a long text can be scrolled meanwhile. */
  async #furnish() {
    const steps = [
      () => this.#signs.show(this.#passages.add(JSON.parse(this.#section.dataset.passages || "[]"))),
      () => this.#letChoose(),
      () => new Outline(this.#prose, document.querySelector(".outline")),
      () => new Strip(this.#prose),
      () => offerRoomKeys(this.#prose, this.#margin, this.#filter, {
        begin: () => this.#beginSweep(),
        current: () => this.#sweep,
      }),
      () => this.#filter.begin(),
      () => this.#arrive(),
    ];
    await new Promise((go) => setTimeout(go));
    await inTurns(steps, (step) => step());
  }

  /** Words that are chosen begin a note, or become the place of the one that is being placed. */
  #letChoose() {
    const placing = Placing.asked();
    if (placing) {
      new Selecting(this.#prose, [[say("place"), (passage) => placing.go(passage)]]);
      new Picker(this.#prose, (passage) => placing.go(passage));
      return;
    }
    const highlight = (passage, from) => this.#highlight(passage, from);
    const sweep = (passage, from) => this.#beginSweep(passage, from);
    const annotate = (passage, from) => {
      if (this.#sweep?.isOn) return this.#sweep.mark(passage, from);
      return linkingFrom() ? this.#pointAt(passage, from) : this.#annotate(passage, from);
    };
    this.#selecting = new Selecting(this.#prose, [
      [say("annotate"), annotate],
      [say("highlight"), highlight],
      [say("sweep-one"), sweep],
      [say("link-from"), (passage) => linkFrom(passage) && this.#linking()],
    ]);
    new Picker(this.#prose, annotate, highlight, sweep);
    const opener = document.querySelector(".outline [data-sweep]");
    this.#linking();
    opener?.replaceChildren(button(say("sweep"), () => this.#sweepFrom(opener)));
  }

  /** While a link is being made, what is chosen is its second passage. */
  #linking() {
    const from = linkingFrom();
    if (!from) return;
    this.#endLinking?.();
    this.#endLinking = tellLinking(from, () => this.#selecting.instead(null));
    this.#selecting.instead([say("link-at"), (passage) => this.#pointAt(passage)], false);
  }

  /** The form of the note stands with its first passage, which may be in another text. */
  #pointAt(passage, returnTo = null) {
    const from = linkingFrom();
    const url = formOf(from, passage);
    this.#endLinking?.();
    this.#selecting.instead(null);
    if (from.slug !== this.#slug) return location.assign(url);
    const { start_key, start, end_key, end } = from;
    return this.#annotate({ start_key, start, end_key, end }, returnTo, url);
  }

  /** Where the outline lies above the text it makes room for it. */
  #sweepFrom(opener) {
    if (getComputedStyle(opener.closest(".outline")).position !== "sticky") opener.closest("details").open = false;
    return this.#beginSweep();
  }

  /** One topic, and then passage after passage; who is not signed in is shown the way. */
  async #beginSweep(passage = null, from = null) {
    const user = await reader();
    if (!user) return location.assign(`/accounts/login/?${new URLSearchParams({ next: location.pathname })}`);
    from?.focus({ preventScroll: true });
    const { Sweep } = await import("./sweep.js");
    this.#sweep ??= new Sweep(this.#prose, user, {
      arrived: (result) => this.#marked(result),
      gone: (key) => this.#unmarked(key),
      turned: (mark) => {
        this.#selecting?.instead(mark && [say("sweep-this"), mark]);
        if (!mark) this.#linking();
      },
    });
    await this.#sweep.open(passage);
  }

  async #marked({ id, key, card, passage }) {
    this.#acting.add({ mine: [id] });
    this.#takeIn({ html: card ?? "", passages: passage ? [passage] : [] });
    const { topicsOf } = await import("./figures.js");
    this.#filter.add(topicsOf(document.getElementById(`n-${key}`)));
  }

  async #unmarked(key) {
    const { topicsOf } = await import("./figures.js");
    this.#filter.add(topicsOf(document.getElementById(`n-${key}`)).map((topic) => ({ ...topic, count: -1 })));
    this.#signs.remove(key);
    this.#passages.remove(key);
    this.#margin.remove(key);
  }

  /** Marks that did not arrive before the page was left are told, and sent. */
  async #resumeSweep(user) {
    const { hasWaiting } = await import("./marks.js");
    if (hasWaiting(this.#slug, user)) await this.#beginSweep();
  }

  async #arrive() {
    await this.#margin.followHash();
    const mine = await overlay();
    if (!mine) return;
    this.#acting.add(mine);
    this.#takeIn({ html: mine.cards ?? "", passages: mine.passages ?? [] });
    showBeside(mine.beside ?? [], document.querySelector(".outline details"));
    this.#filter.add(mine.topics ?? []);
    if (mine.me && mine.new) this.#catchUp(mine);
    await this.#margin.followHash();
    if (mine.me) this.#resumeSweep(mine.me.name);
    if (mine.me) offerUnfinished(mine.me.name, (place) => this.#resume(place));
  }

  async #catchUp(mine) {
    const { CatchUp } = await import("./catchup.js");
    const room = {
      prose: this.#prose,
      margin: this.#margin,
      bring: (one) => this.#bring(one),
      takeIn: (html) => this.#takeIn({ html, passages: [] }),
      isMine: (id) => this.#acting.isMine(id),
    };
    new CatchUp(room, mine.new);
  }

  /** The card of a thread that stands at a block, also one of a crowd. */
  async #bring({ block, key }) {
    if (!block) return;
    await this.#windows.load([block]);
    await this.#windows.loadNotes([key]);
  }

  #takeIn({ html, passages }) {
    if (passages.length > 0) this.#signs.show(this.#passages.add(passages));
    this.#margin.insert(html);
    this.#acting.show();
  }

  /** Shows what a filter lets through alone, in its order; with null everything as before. */
  #narrow(found, order) {
    this.#margin.closeList();
    this.#prose.classList.toggle("is-filtered", found !== null);
    this.#passages.markTopic(found?.keys ?? []);
    this.#margin.only(found && new Set(found.keys));
    this.#windows.narrow(found?.passages ?? []);
    if (found && order !== "text") this.#list(say("filter-shown", { n: found.keys.length }), found.keys);
  }

  /** More notes than stand beside a paragraph open as a list. */
  async #openCrowd(event) {
    const link = event.target.closest?.(".crowd a, .siglum.more");
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    const block = link.dataset.block ?? link.closest(".block").dataset.key;
    const found = await this.#filter.matching({ block });
    if (!found) return location.assign(link.href);
    const place = found.chips[0]?.words ?? "";
    this.#list(say("list-of", { place, n: found.keys.length }), found.keys, link);
  }

  async #list(title, keys, returnTo = null) {
    const { NoteList } = await import("./list.js");
    const close = () => {
      this.#margin.closeList();
      returnTo?.focus({ preventScroll: true });
    };
    const list = new NoteList(title, keys, { bring: (some) => this.#windows.loadNotes(some), close });
    await this.#margin.openList(list, title, returnTo !== null);
  }

  async #fetchFor(key) {
    const block = this.#passages.siglumOf(key)?.closest(".block");
    if (block) await this.#windows.load([block.dataset.key]);
    // One of a crowd, or of a part of the text that nobody has seen yet
    const [card] = await this.#windows.loadNotes([key]);
    if (card?.dataset.block) await this.#windows.load([card.dataset.block]);
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
    const { revision } = document.body.dataset; // the words are those of the text that is open
    return `${path}?${new URLSearchParams({ start_key, start, end_key, end, revision })}`;
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
    const { openComposer } = await import("./composer.js");
    const composer = await openComposer(slot, { url, user: await reader() });
    if (!composer) return this.#noForm(slot, close);
    this.#composer = composer;
    if (passage?.quote) composer.describe(passage, document.body.dataset.revision);
    composer.closable(close);
    composer.onPosted = (result) => {
      letGo();
      paint("pending", []);
      this.#composer = null;
      this.#posted(result, { isOpening: true });
    };
    composer.focus();
    // Whom it is sent to stands at its foot
    if (!slot.closest(".sheet")) slot.scrollIntoView({ block: "nearest" });
  }

  /** For the reader alone, and without a word; who is not signed in is shown the way. */
  async #highlight(passage, returnTo = null) {
    if (!(await reader())) return this.#annotate(passage, returnTo);
    returnTo?.focus({ preventScroll: true });
    const { highlight } = await import("./highlighting.js");
    await highlight(passage, ({ id, card, passage: made }) => {
      this.#acting.add({ mine: [id] });
      this.#takeIn({ html: card ?? "", passages: made ? [made] : [] });
    });
  }

  #noForm(slot, close) {
    slot.addEventListener("keydown", (event) => event.key === "Escape" && close());
    slot.querySelector("a")?.focus({ preventScroll: true });
    this.#composer = { close };
  }

  #numberOf(passage) {
    return passage && textElementOf(this.#prose, passage.start_key)?.closest(".block").querySelector(":scope > .pn");
  }

  /** Shows what was posted where it stands, however deep in its thread. */
  async #posted(result, { isOpening = false, isEdit = false } = {}) {
    this.#acting.add({ mine: [result.id] });
    await this.#changed(result);
    const card = () => document.getElementById(`n-${result.key}`);
    const { renewFigures, topicsOf } = await import("./figures.js");
    renewFigures(this.#prose);
    if (isOpening) this.#filter.add(topicsOf(card()));
    if (card() && !standsAt(card(), result.id)) await fetchWith(card(), result.id, (html) => this.#takeIn({ html, passages: [] }));
    const there = standsAt(card(), result.id);
    if (!there?.matches(".reply")) return;
    headOf(there).append(make("span", { class: "tag ok" }, say(cameOf(result, isEdit))));
    reach(there);
  }

  #changed({ card, key, passage }) {
    this.#takeIn({ html: card ?? "", passages: passage ? [passage] : [] });
    return this.#margin.choose(key, { focus: true, scroll: true });
  }

  #resume(place) {
    const url = new URL(place, location.href);
    if (!url.pathname.endsWith("/annotate/")) return this.#resumeReply(place);
    const { start_key, start, end_key, end } = Object.fromEntries(url.searchParams);
    const passage = start_key ? { start_key, start: Number(start), end_key, end: Number(end) } : null;
    const isHere = passage && textElementOf(this.#prose, start_key) && textElementOf(this.#prose, end_key);
    if (isHere) textElementOf(this.#prose, start_key).scrollIntoView({ block: "center" });
    this.#annotate(isHere ? passage : null, null, place);
  }

  #resumeReply(place) {
    const link = document.querySelector(`.room .card a[href="${CSS.escape(place)}"]`);
    if (!link) return location.assign(place);
    this.#margin.choose(keyOf(link.closest(".card")), { scroll: true });
    openReply(link, (result, isEdit) => this.#posted(result, { isEdit }));
  }
}

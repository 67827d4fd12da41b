/** The density strip: the whole text beside the text, a bar for how much is said where. */
import { make } from "./make.js";
import { blocksNear, whileScrolling } from "./scrolling.js";
import { say } from "./strings.js";

const ROWS = 90;

/** The weight class of so many notes. */
export function weight(notes) {
  if (notes === 0) return "w0";
  if (notes < 2) return "w1";
  if (notes < 5) return "w2";
  return notes < 10 ? "w3" : "w4";
}

/** Bundles blocks so that a long text keeps rows one can see: each row names its busiest. */
export function rows(blocks, limit = ROWS) {
  const size = Math.ceil(blocks.length / limit) || 1;
  const bundles = [];
  for (let i = 0; i < blocks.length; i += size) bundles.push(blocks.slice(i, i + size));
  return bundles;
}

const notesOf = (block) => Number(block.dataset.notes) || 0;

export class Strip {
  #items = new Map();
  #links = [];

  /** @param {Element} prose the article whose paragraphs are shown */
  constructor(prose) {
    const blocks = [...prose.querySelectorAll(".block[data-key]")];
    const list = make("ol");
    let section = false;
    for (const bundle of rows(blocks)) {
      section ||= bundle.some((block) => !block.dataset.number);
      const shown = bundle.filter((block) => block.dataset.number);
      if (shown.length === 0) continue;
      list.append(this.#row(shown, section));
      section = false;
    }
    const nav = make("nav", { class: "strip", "aria-label": say("strip") }, list);
    nav.addEventListener("keydown", (event) => this.#move(event));
    if (this.#links.length > 0) prose.closest(".room")?.append(nav);
    if (this.#links[0]) this.#links[0].tabIndex = 0;
    this.#follow(blocks);
    for (const event of ["ncr:new", "ncr:figures"]) document.addEventListener(event, () => this.#showNew());
  }

  #row(blocks, section) {
    const link = make("a", { tabindex: -1 });
    const show = () => {
      const busiest = blocks.reduce((a, b) => (notesOf(b) > notesOf(a) ? b : a));
      link.className = weight(blocks.reduce((sum, block) => sum + notesOf(block), 0));
      link.href = `#p-${busiest.dataset.key}`;
      link.dataset.name = busiest.querySelector(":scope > .pn")?.getAttribute("aria-label") ?? busiest.dataset.number;
      link.setAttribute("aria-label", link.dataset.name);
    };
    show();
    document.addEventListener("ncr:figures", show);
    const item = make("li", { class: section ? "section" : null }, link);
    for (const block of blocks) this.#items.set(block, item);
    this.#links.push(link);
    return item;
  }

  /** One stop of the Tab key for the whole strip; arrows walk it. */
  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = this.#links.indexOf(event.target);
    const next = this.#links[at + step];
    if (!step || !next) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /** A dot where something is new to this reader, and the word for it. */
  #showNew() {
    const news = new Map();
    for (const [block, item] of this.#items)
      news.set(item, (news.get(item) ?? 0) + (Number(block.dataset.new) || 0));
    for (const [item, n] of news) {
      const link = item.firstChild;
      item.classList.toggle("new", n > 0);
      link.setAttribute("aria-label", n > 0 ? `${link.dataset.name}, ${say("unread", { n })}` : link.dataset.name);
    }
  }

  /** Marks the rows of what is in the window. */
  #follow(blocks) {
    let here = new Set();
    whileScrolling(() => {
      const now = new Set(blocksNear(blocks).map((block) => this.#items.get(block)).filter(Boolean));
      for (const item of here) if (!now.has(item)) item.classList.remove("here");
      for (const item of now) item.classList.add("here");
      here = now;
    });
  }
}

/**
 * The review queue by single keys, in the list and on the page of an item. Every key presses what
 * stands on the page for mouse and screen reader; all are switched off in the map of the keys.
 */
import { bind, offerKeys, showMap } from "./keys.js";
import { announce } from "./make.js";
import { say } from "./strings.js";

const ACTS = { a: "approve", h: "hide", e: "ask", d: "dismiss", r: "remove", f: "handled", o: "unfile" };
const rows = [...document.querySelectorAll("[data-queue] > li")];
const judging = document.querySelector("form.judge");
const undoing = document.querySelector("form.undo");
let last = -1; // the row that was reached last
let waiting = null; // the button that waits for a reason

function row() {
  const at = rows.findIndex((one) => one.contains(document.activeElement));
  if (at >= 0) last = at;
  return rows[last];
}

/** To the next row or the one before, or to the next item. */
function step(by) {
  if (document.querySelector("[data-case]")) {
    press(document.querySelector(`.beside a[rel=${by > 0 ? "next" : "prev"}]`), "queue-end");
    return;
  }
  row();
  const to = Math.max(0, last + by);
  if (to >= rows.length || to === last) {
    announce(say("queue-end"));
    return;
  }
  last = to;
  rows[to].querySelector(".row1 a").focus();
}

function press(button, otherwise = "queue-not-here") {
  if (button) button.click();
  else announce(say(otherwise));
}

function choose() {
  press(row()?.querySelector("input[name=of]"));
}

/** Presses the button of an act; in the list for what is chosen, or else for the row at hand. */
function act(name) {
  if (judging) {
    decide(judging.querySelector(`[data-act=${name}]`));
    return;
  }
  const form = document.querySelector("form.bulk");
  const isChosen = form?.querySelector("input:is([name=of], [name=all]):checked");
  const box = row()?.querySelector("input[name=of]");
  if (!isChosen && box) box.checked = true;
  press(isChosen || box ? form.querySelector(`[data-act=${name}]`) : null);
}

function decide(button) {
  const { rule, reason } = judging.elements;
  const needs = button?.dataset.ground;
  if (needs && !reason.value.trim() && !(needs === "any" && rule.value)) {
    waiting = button;
    reason.focus();
    announce(say("queue-ground"));
  } else press(button);
}

/** Counts the seconds down for the eye alone, and takes the button away with the last. */
function countDown() {
  const left = undoing.querySelector("[data-left]");
  const end = performance.now() + 1000 * Number(undoing.dataset.seconds);
  const timer = setInterval(() => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    left.textContent = seconds > 0 ? say("queue-left", { seconds }) : say("queue-over");
    if (seconds > 0) return;
    clearInterval(timer);
    const button = undoing.querySelector("button");
    if (button === document.activeElement) undoing.querySelector("a").focus();
    button.remove();
  }, 1000);
}

bind("j", "queue-next", () => step(1));
bind("k", "queue-previous", () => step(-1));
bind("Enter", "queue-open", () => row()?.querySelector(".row1 a").click(), {
  when: () => document.activeElement === document.body && rows[last] !== undefined,
});
bind("x", "queue-choose", choose, { when: () => rows.length > 0 });
for (const [key, name] of Object.entries(ACTS)) bind(key, `queue-${name}`, () => act(name));
bind("u", "queue-undo", () => press(undoing?.querySelector("button")));
bind("t", "queue-take", () => press(document.querySelector("[data-take] button")), { when: () => judging !== null });
bind("l", "queue-list", () => press(document.querySelector("a[data-list]")), { when: () => judging !== null });
bind("/", "queue-filter", () => document.getElementById("queue-article").focus(), {
  when: () => document.getElementById("queue-article") !== null,
});
offerKeys();

if (undoing) countDown();
judging?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !waiting) return;
  event.preventDefault();
  waiting.click();
});
const map = document.querySelector("[data-map]");
if (map) {
  map.hidden = false;
  map.addEventListener("click", showMap);
}

/**
 * Single-key shortcuts. None acts in a field or with a modifier, so that typing and the keys
 * of browsers and assistive programs stay theirs; all can be switched off in this browser.
 */
import { button, make } from "./make.js";
import { say } from "./strings.js";

const KEPT = "ncr:keys";
const FIELDS =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=application], [role=listbox], [role=menu]";
const bindings = [];

/**
 * Binds a key, named as `KeyboardEvent.key` has it; of several for one key the first acts whose
 * time it is.
 * @param {string} key
 * @param {string} stringId the words that say in the map what it does
 * @param {() => void} act
 * @param {{when?: () => boolean}} wish whether it can act now
 */
export function bind(key, stringId, act, { when = () => true } = {}) {
  bindings.push({ key, stringId, act, when });
}

/** What is bound, in the order of binding, each key with its words once. */
function bound() {
  const rows = bindings.map(({ key, stringId }) => [`${key} ${stringId}`, { key, stringId }]);
  return [...new Map(rows).values()];
}

/** Whether the shortcuts are switched off; Escape is none of them. */
function areOff() {
  try {
    return localStorage.getItem(KEPT) === "off";
  } catch {
    return false;
  }
}

function switchTo(on) {
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
  } catch {
    // A browser that refuses storage has them on
  }
  for (const box of document.querySelectorAll("[data-keys-on]")) box.checked = on;
}

/** The box that switches them on and off; there may be several on a page. */
function keysSwitch() {
  const box = make("input", { type: "checkbox", "data-keys-on": true, checked: !areOff() });
  box.addEventListener("change", (event) => {
    event.stopPropagation();
    switchTo(box.checked);
  });
  return make("label", { class: "pick" }, box, say("keys-on"));
}

/** The key by its letter; on a keyboard of another script by the place that it has on ours. */
function named({ key, code, shiftKey }) {
  if (key.length > 1) return key;
  const isOurs = /^[!-~]$/.test(key);
  const letter = isOurs ? key : code.startsWith("Key") ? code.slice(3) : "";
  if (/[a-z]/i.test(letter)) return shiftKey ? "" : letter.toLowerCase();
  return letter;
}

function isTheirs(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (event.getModifierState("AltGraph")) return true;
  return event.target.closest?.(FIELDS) || document.querySelector("dialog:modal, :popover-open");
}

function answer(event) {
  const key = named(event);
  if (!key || isTheirs(event) || (key !== "Escape" && areOff())) return;
  const found = bindings.find((one) => one.key === key && one.when());
  if (!found) return;
  event.preventDefault();
  found.act();
}

/** Opens the map of what is bound. */
export async function showMap() {
  // It gets what it shows: two modules that import each other could not be named by their content
  (await import("./keymap.js")).showMap(bound(), keysSwitch());
}

function openDisplay() {
  const box = document.getElementById("display-box");
  box.showPopover();
  box.querySelector(":checked, input, button").focus();
}

/** The keys of every page, and their part of Display's box. */
export function offerKeys() {
  const search = document.getElementById("bar-q");
  const box = document.getElementById("display-box");
  bind("s", "keys-search", () => (search.checkVisibility() ? search.focus() : location.assign("/search/")), {
    when: () => search !== null,
  });
  bind("d", "keys-display", openDisplay, { when: () => box !== null });
  bind("?", "keys-map", showMap);
  box?.append(make("fieldset", {}, make("legend", {}, say("keys")), keysSwitch(), button(say("keys-map"), showMap, { class: "btn" })));
  addEventListener("keydown", answer);
}

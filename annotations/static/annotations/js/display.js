/** Colours and size of the text: chosen in a small box, remembered in this browser. */
import { button, make } from "./make.js";
import { say } from "./strings.js";

const SCHEMES = ["auto", "light", "dark", "sepia"];
const SIZES = ["1", "2", "3", "4", "5"];
const root = document.documentElement;

function remembered() {
  try {
    return JSON.parse(localStorage.getItem("ncr:display")) ?? {};
  } catch {
    return {};
  }
}

function show(choice) {
  root.classList.remove(...SCHEMES);
  if (choice.scheme && choice.scheme !== "auto") root.classList.add(choice.scheme);
  root.dataset.size = choice.size ?? "2";
  try {
    localStorage.setItem("ncr:display", JSON.stringify(choice));
  } catch {
    // The choice then lasts as long as the page.
  }
}

function group(name, legend, values, labels, current) {
  const picks = values.map((value, i) =>
    make(
      "label",
      { class: "pick" },
      make("input", { type: "radio", name: `display-${name}`, value, checked: value === current }),
      say(labels[i]),
    ),
  );
  return make("fieldset", {}, make("legend", {}, say(legend)), make("div", { class: "picks" }, ...picks));
}

/** Puts the Display button before the reader's own link in the bar. */
export function offerDisplay(tools) {
  const choice = { scheme: "auto", size: "2", ...remembered() };
  const box = make(
    "div",
    { class: "display-box", id: "display-box", popover: "auto", role: "group", "aria-label": say("display") },
    group("scheme", "scheme", SCHEMES, SCHEMES, choice.scheme),
    group("size", "size", SIZES, SIZES.map((size) => `size-${size}`), choice.size),
  );
  box.addEventListener("change", ({ target }) => {
    choice[target.name.replace("display-", "")] = target.value;
    show(choice);
  });
  const opener = button(say("display"), () => {}, { class: "btn plain", popovertarget: "display-box" });
  tools.insertBefore(opener, tools.querySelector("[data-me]"));
  opener.after(box);
}

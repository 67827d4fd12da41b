/** Colours, size and width of the text: chosen in a small box, remembered in this browser. */
import { make } from "./make.js";
import { say } from "./strings.js";

const SCHEMES = ["auto", "light", "dark", "sepia"];
const SIZES = ["1", "2", "3", "4", "5"];
const WIDTHS = ["narrow", "normal", "wide"];
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
  root.dataset.size = choice.size;
  root.dataset.width = choice.width;
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

/** Gives the bar's Display button its box. */
export function offerDisplay(opener) {
  const choice = { scheme: "auto", size: "2", width: "normal", ...remembered() };
  const box = make(
    "div",
    { class: "display-box", id: "display-box", popover: "auto", role: "group", "aria-label": say("display") },
    group("scheme", "scheme", SCHEMES, SCHEMES, choice.scheme),
    group("size", "size", SIZES, SIZES.map((size) => `size-${size}`), choice.size),
    group("width", "width", WIDTHS, WIDTHS, choice.width),
  );
  box.addEventListener("change", ({ target }) => {
    choice[target.name.replace("display-", "")] = target.value;
    show(choice);
    // What stands by the width of the text stands anew
    dispatchEvent(new Event("resize"));
  });
  opener?.after(box);
}

/** The keys of the reading room: from note to note, from paragraph to paragraph, and what to do there. */
import { bind } from "./keys.js";

/**
 * @param {Element} prose the article
 * @param {Margin} margin
 * @param {Filter} filter
 * @param {{begin: () => void, current: () => object | null}} sweep how passages are marked one after another
 */
export function offerRoomKeys(prose, margin, filter, sweep) {
  const numbers = [...prose.querySelectorAll(".block[data-key] > .pn")];
  bind("j", "next", () => margin.step(1, true));
  bind("k", "previous", () => margin.step(-1, true));
  bind(".", "keys-next-block", () => goTo(numbers[reached(numbers, margin) + 1]));
  bind(",", "keys-previous-block", () => goTo(numbers[before(numbers, margin)]));
  bind("o", "keys-choose", () => chooseHere(numbers[reached(numbers, margin)], margin));
  bind("r", "keys-reply", () => answered(margin).querySelector(":scope > .acts a[data-reply]")?.click(), {
    when: () => margin.isChosen,
  });
  bind("a", "keys-annotate", () => annotate(numbers[Math.max(0, reached(numbers, margin))]));
  bind("f", "keys-filter", () => filter.open());
  bind("h", "keys-hide", () => filter.toggleAll());
  bind("t", "sweep-key", () => sweep.begin());
  bind("z", "sweep-undo-key", () => sweep.current().undo(), { when: () => Boolean(sweep.current()?.isOn) });
  bind("Escape", "sweep-end-key", () => sweep.current().end(), { when: () => Boolean(sweep.current()?.isOpen) && !margin.isWriting });
  bind("Escape", "keys-escape", () => margin.clear(), { when: () => (margin.isChosen || margin.isList) && !margin.isWriting });
  bind("Escape", "keys-escape", () => filter.clear(), { when: () => filter.isChosen && !margin.isWriting });
}

/** What a reply is to: the reply that has the focus, else the chosen note. */
function answered(margin) {
  const reply = document.activeElement.closest(".reply");
  return margin.card.contains(reply) ? reply : margin.card;
}

/** The paragraph where the reader is: that of the focus or of the chosen note, else the last begun. */
function reached(numbers, margin) {
  const focused = document.activeElement.closest(".block")?.querySelector(":scope > .pn");
  const chosen = margin.card && document.querySelector(`#p-${margin.card.dataset.block} > .pn`);
  const known = numbers.indexOf(focused ?? chosen);
  if (known >= 0) return known;
  return numbers.findLastIndex((number) => topOf(number) < 96);
}

/** The paragraph before; first the beginning of the one whose beginning is out of sight. */
function before(numbers, margin) {
  const at = reached(numbers, margin);
  return at >= 0 && topOf(numbers[at]) < 48 ? at : at - 1;
}

/** A number stands at the top of its block, which has its place also where it is not laid out. */
function topOf(number) {
  return number.closest(".block").getBoundingClientRect().top;
}

function goTo(number) {
  if (!number) return;
  number.focus({ preventScroll: true });
  number.closest(".block").scrollIntoView({ block: "nearest" });
}

function chooseHere(number, margin) {
  if (margin.card) return margin.focus();
  number?.closest(".block").querySelector(".siglum")?.click();
}

/** Begins with what is selected, else with the choice of the paragraph's words. */
function annotate(number) {
  const selected = document.querySelector(".select-bar button");
  if (selected) return selected.click();
  number?.closest(".block").querySelector(":scope > .add")?.click();
}

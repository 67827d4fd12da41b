/** Suggests people after an `@` in the words of a note: by arrows and Enter, by mouse, by touch. */
import { announce, calm, make } from "./make.js";
import { say } from "./strings.js";

const BEGUN = /(?:^|[\s([{"'“„«*_>])@([^\s@<>&]{0,40})$/u;
let counter = 0;

/** The mention that is being typed before the caret: where its `@` stands and what follows; or null. */
export function mentionAt(text, caret) {
  const found = BEGUN.exec(text.slice(Math.max(0, caret - 60), caret));
  return found && { start: caret - found[1].length - 1, query: found[1] };
}

/**
 * @param {HTMLTextAreaElement} editor
 * @param {() => string} audience who will read it: only they are suggested
 */
export function offerPeople(editor, audience) {
  const id = `people-${++counter}`;
  const list = make("ul", { class: "options people", id, role: "listbox", "aria-label": say("people"), hidden: true });
  const state = { at: 0, start: 0 };
  const ask = calm(() => suggest(editor, list, state, audience()), 150);
  for (const [name, value] of [["aria-autocomplete", "list"], ["aria-controls", id], ["aria-haspopup", "listbox"]]) {
    editor.setAttribute(name, value);
  }
  editor.parentElement.classList.add("has-people");
  editor.after(list);
  const close = () => {
    ask.cancel();
    list.hidden = true;
    editor.removeAttribute("aria-activedescendant");
  };
  editor.addEventListener("input", () => (mentionAt(editor.value, editor.selectionStart) ? ask() : close()));
  editor.addEventListener("blur", close);
  editor.addEventListener("keydown", (event) => !list.hidden && answerKey(event, { editor, list, state, close }), { capture: true });
  // the field would lose the focus, and with it the list, before the click arrives
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => take(target.closest("li"), { editor, state, close }));
}

async function suggest(editor, list, state, audience) {
  const mention = mentionAt(editor.value, editor.selectionStart);
  if (!mention) return;
  const search = new URLSearchParams({ q: mention.query, article: document.body.dataset.slug ?? "", audience });
  const answer = await fetch(`/people/suggest/?${search}`, { headers: { Accept: "application/json" } }).catch(() => null);
  const people = answer?.ok ? (await answer.json()).people : [];
  // Typed on meanwhile, or gone elsewhere: this answers no question any more
  const now = mentionAt(editor.value, editor.selectionStart);
  if (now?.query !== mention.query || document.activeElement !== editor) return;
  state.start = mention.start;
  const options = people.map(({ name, display_name }, i) =>
    make("li", { role: "option", id: `${list.id}-${i}`, "data-name": name }, make("b", { dir: "auto" }, display_name), make("span", { class: "quiet" }, `@${name}`)),
  );
  list.replaceChildren(...options);
  list.hidden = options.length === 0;
  if (options.length === 0) return editor.removeAttribute("aria-activedescendant");
  point(0, { editor, list, state });
  announce(say("people-found", { n: options.length, name: people[0].display_name }));
}

function point(at, { editor, list, state }) {
  const options = [...list.children];
  state.at = (at + options.length) % options.length;
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === state.at)));
  editor.setAttribute("aria-activedescendant", options[state.at].id);
  options[state.at].scrollIntoView({ block: "nearest" });
}

function answerKey(event, parts) {
  const { list, state, close } = parts;
  const answers = {
    ArrowDown: () => point(state.at + 1, parts),
    ArrowUp: () => point(state.at - 1, parts),
    Enter: () => take(list.children[state.at], parts),
    Escape: close,
  };
  if (!answers[event.key] || event.ctrlKey || event.metaKey || event.isComposing) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  answers[event.key]();
}

function take(option, { editor, state, close }) {
  if (!option) return;
  editor.setRangeText(`@${option.dataset.name} `, state.start, editor.selectionStart, "end");
  close();
  editor.dispatchEvent(new Event("input", { bubbles: true }));
}

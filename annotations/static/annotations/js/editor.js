/**
 * The Markdown editor of django-markdownx: started for forms that arrive later, its hold on
 * the Tab key undone, and Write and Preview as tabs where there is no room for both.
 */
import { make } from "./make.js";
import { say } from "./strings.js";

let counter = 0;

/**
 * django-markdownx turns Tab into a tab character, which traps those who use the keyboard
 * (WCAG 2.1.2). Stopping the event on its way down leaves Tab to the browser.
 */
export function freeTab() {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab" && event.target.matches?.(".markdownx-editor")) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/**
 * Starts editors that came with a fragment: its script looks for new ones each time it runs,
 * and scripts in a fragment do not run by themselves.
 */
export function startEditors(form) {
  for (const old of form.querySelectorAll("script[src]")) {
    old.remove();
    const script = make("script", { src: old.src });
    script.addEventListener("load", () => script.remove());
    document.head.append(script);
  }
}

/** Gives an editor its two tabs; where the form is wide both halves show and the tabs do not. */
export function addTabs(editor) {
  const box = editor.closest(".markdownx");
  const preview = box?.querySelector(".markdownx-preview");
  if (!preview || box.dataset.shown) return;
  const id = `editor-${++counter}`;
  preview.id ||= `${id}-preview`;
  preview.dataset.empty = say("preview-empty");
  preview.classList.add("said");
  preview.setAttribute("role", "region");
  preview.setAttribute("aria-label", say("preview"));
  preview.tabIndex = 0;
  box.addEventListener("markdownx.update", () => keepPagesOut(preview));
  const tabs = ["write", "preview"].map((name) =>
    make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `${id}-${name}-tab`,
        "data-name": name,
        "aria-controls": name === "write" ? editor.id : preview.id,
      },
      say(name),
    ),
  );
  const list = make("div", { class: "tabs", role: "tablist", "aria-label": say("write") }, ...tabs);
  const show = (name) => {
    box.dataset.shown = name;
    for (const tab of tabs) {
      const isShown = tab.dataset.name === name;
      tab.setAttribute("aria-selected", String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
    }
  };
  list.addEventListener("click", ({ target }) => target.dataset.name && show(target.dataset.name));
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const other = tabs.find((tab) => tab !== event.target);
    show(other.dataset.name);
    other.focus();
  });
  box.prepend(list);
  show("write");
}

/**
 * The editor shows whatever comes, also the page of an error, whose fields would become the
 * form's own. No preview holds any of these (the renderer lets none through).
 */
function keepPagesOut(preview) {
  if (preview.querySelector("main, header, title, form, input, textarea")) {
    preview.replaceChildren(make("p", { class: "error" }, say("preview-failed")));
  }
}

/** Shows the field again, where a message about it can be seen. */
export function showWriting(editor) {
  const box = editor.closest(".markdownx[data-shown]");
  if (box?.dataset.shown === "preview") box.querySelector('[data-name="write"]').click();
}

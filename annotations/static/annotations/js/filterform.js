/** The form of the filter: fetched when it is asked for, and it acts as it is changed. */
import { button, fragment, make } from "./make.js";
import { icon, say } from "./strings.js";

/**
 * @param {Filter} filter @param {string} slug @param {URLSearchParams} wanted
 */
export async function openFilter(filter, slug, wanted) {
  document.getElementById("filter-box")?.remove();
  const url = `/articles/${encodeURIComponent(slug)}`;
  const response = await fetch(`${url}/filter/?${wanted}`).catch(() => null);
  if (!response?.ok) return location.assign(`${url}/discussion/?${wanted}#filter`);
  const box = make("div", { class: "display-box filter-pop", id: "filter-box", popover: "auto", role: "group", "aria-label": say("filter") });
  const close = button(icon("close"), () => box.hidePopover(), { class: "btn plain", "aria-label": say("close") });
  box.append(make("div", { class: "filter-head" }, make("h2", {}, say("filter")), close), fragment(await response.text()));
  const form = box.querySelector("form");
  const apply = () => filter.set({ ...Object.fromEntries([...form.elements].map(({ name }) => [name, ""])), ...Object.fromEntries(new FormData(form)) });
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    box.hidePopover();
  });
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  document.querySelector(".outline").append(box);
  box.showPopover();
  standBelow(box, document.querySelector("[data-filter]"));
  form.elements[0].focus();
}

/** Below what opens it, where both have room in the window. */
function standBelow(box, opener) {
  const { top, bottom } = opener?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (top < 0 || bottom === 0 || bottom + box.offsetHeight > innerHeight) return;
  box.style.insetBlockStart = `${Math.round(bottom + 4)}px`;
}

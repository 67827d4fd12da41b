/** Files are dropped on their field, and the page of an import that is being read keeps up with it. */
import { announce, make } from "./make.js";

/** Lets files be dropped on the box of a file field, and lists those that were chosen. */
export function takeDrops(box) {
  const field = box.querySelector("input[type=file]");
  const chosen = box.querySelector("[data-drop-chosen]");
  const show = () => {
    const names = [...field.files].map((file) => file.name);
    chosen.replaceChildren(...names.map((name) => make("li", { dir: "auto" }, name)));
    chosen.classList.toggle("is-one", names.length < 2);
  };
  const over = (is) => box.classList.toggle("is-over", is);
  box.querySelector("[data-drop-here]").hidden = false;
  field.addEventListener("change", show);
  box.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  box.addEventListener("dragleave", (event) => box.contains(event.relatedTarget) || over(false));
  box.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    over(false);
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const PAUSE = 1_500; // milliseconds between two looks
const SAY_EACH = 10_000; // those who hear the page are told no more often

/** Fetches the page again and again and takes over how far it is; what comes after is the page itself. */
export function keepUp(box) {
  let said = performance.now();
  const look = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer) return wait();
    const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page && page.querySelector("[data-progress]");
    if (!fresh) return location.reload();
    show(fresh);
    wait();
  };
  const wait = () => setTimeout(look, PAUSE);
  const show = (fresh) => {
    const [words, bar] = [box.querySelector("p"), box.querySelector("progress")];
    const [newWords, newBar] = [fresh.querySelector("p"), fresh.querySelector("progress")];
    for (const name of ["max", "value"]) {
      if (newBar.hasAttribute(name)) bar.setAttribute(name, newBar.getAttribute(name));
      else bar.removeAttribute(name);
    }
    if (words.textContent === newWords.textContent) return;
    words.textContent = newWords.textContent;
    if (performance.now() - said < SAY_EACH) return;
    said = performance.now();
    announce(words.textContent);
  };
  wait();
}

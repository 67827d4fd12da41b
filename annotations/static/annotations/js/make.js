/** Makes elements, and fragments out of the server's own HTML. */

/** An element with attributes (false and null leave one out) and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that does one thing. */
export function button(label, onClick, attributes = {}) {
  const element = make("button", { type: "button", class: "btn", ...attributes }, ...[label].flat());
  element.addEventListener("click", onClick);
  return element;
}

/** HTML that our server sanitised, as a fragment; scripts in it do not run. */
export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

let region = null;

/** Says a sentence to those who hear the page, without moving anything. */
export function announce(text) {
  region ??= document.body.appendChild(make("p", { class: "visually-hidden", role: "status" }));
  region.textContent = "";
  setTimeout(() => (region.textContent = text), 50);
}

/** Calls `action` once things have been quiet for so many milliseconds; `.now()` does not wait. */
export function calm(action, milliseconds) {
  let timer = 0;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
  later.now = (...values) => {
    clearTimeout(timer);
    action(...values);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** Does something with each of many, and now and then lets the page do what is more urgent. */
export async function inTurns(things, act, milliseconds = 8) {
  let begun = performance.now();
  for (const thing of things) {
    if (performance.now() - begun > milliseconds) {
      await new Promise((go) => setTimeout(go));
      begun = performance.now();
    }
    act(thing);
  }
}

/** Whether a click is the plain kind that a script may answer in place of the browser. */
export function isPlainClick(event) {
  return event.button === 0 && !event.defaultPrevented && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

/** Words for the reader: they stand in the page, translated, in `<template id="strings">`. */

const template = document.getElementById("strings");

/** The sentence with this id, `{name}` and the like filled in. */
export function say(id, values = {}) {
  const sentence = template?.content.getElementById(id)?.textContent ?? id;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** An icon of the page's own set; it always stands beside its word or under a label. */
export function icon(name, turns = false) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${template?.dataset.icons ?? ""}#${name}`);
  svg.setAttribute("class", turns ? "icon turns" : "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** Paints ranges over the page (CSS Custom Highlight API) without touching its elements. */

const supported = typeof Highlight === "function" && Boolean(globalThis.CSS?.highlights);
const priority = { suggested: 0, private: 1, own: 1, topic: 2, sweep: 3, chosen: 3, pending: 4 };

/** Paints these ranges, and no others, under a name of components.css. */
export function paint(name, ranges) {
  if (!supported) return;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority[name] ?? 0;
  CSS.highlights.set(name, highlight);
}

/** Where the window stands in the text. An observer would look at every block in every frame. */

/** Calls `look` now, and once a frame at most while the page is scrolled or its size changes. */
export function whileScrolling(look) {
  let waits = false;
  const soon = () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      look();
    });
  };
  document.addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  look();
}

/** How many of the blocks begin above a line of the window, given in px: 10 looks in 1,000. */
export function begunAbove(blocks, line) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].getBoundingClientRect().top <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The blocks in the window, and those that begin or end so many px before or after it. */
export function blocksNear(blocks, margin = 0) {
  return blocks.slice(Math.max(0, begunAbove(blocks, -margin) - 1), begunAbove(blocks, innerHeight + margin));
}

/** Dragging a sheet by its head: it follows the finger, and stays at the nearest of its heights. */
const SLACK = 8; // px that a finger moves in a press
const FLING = 0.5; // px a millisecond, from which the direction decides and not the place

/**
 * @param {HTMLElement} sheet stands at the bottom; its style's height is set while it is dragged
 * @param {HTMLElement} head what it is dragged by; presses of its buttons stay presses
 * @param {{isSheet: () => boolean, heights: () => [string, number][], settle: (name: string) => void}} answers
 *   its heights by name in px, lowest first, and what happens when it is let go
 */
export function letDrag(sheet, head, { isSheet, heights, settle }) {
  let began = null;

  const move = (event) => {
    const way = began.y - event.clientY;
    if (!began.moves && Math.abs(way) < SLACK) return;
    if (!began.moves) head.setPointerCapture(event.pointerId);
    began.moves = true;
    const passed = event.timeStamp - began.at;
    if (passed > 0) began.speed = (began.last - event.clientY) / passed;
    [began.last, began.at] = [event.clientY, event.timeStamp];
    sheet.classList.add("is-dragged");
    sheet.style.height = `${began.height + way}px`;
  };

  const end = (event) => {
    head.removeEventListener("pointermove", move);
    const done = began;
    began = null;
    if (!done?.moves) return;
    // The press that ends a drag would work the button that the finger is on
    head.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => head.removeEventListener("click", stop, { capture: true }));
    const height = sheet.offsetHeight;
    sheet.style.height = "";
    const meant = chosen(heights(), height, done.speed);
    // From where it was let go it moves on, and not from what was measured last
    sheet.style.height = `${height}px`;
    sheet.getBoundingClientRect();
    sheet.classList.remove("is-dragged");
    sheet.style.height = "";
    if (event.type === "pointerup") settle(meant);
  };

  head.addEventListener("pointerdown", (event) => {
    if (!isSheet() || !event.isPrimary || event.button !== 0) return;
    began = { y: event.clientY, last: event.clientY, at: event.timeStamp, speed: 0, height: sheet.offsetHeight };
    head.addEventListener("pointermove", move);
  });
  for (const type of ["pointerup", "pointercancel"]) head.addEventListener(type, end);
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * The height that is meant: a fling goes to the next one in its direction.
 * @param {[string, number][]} heights
 */
export function chosen(heights, height, speed) {
  if (speed > FLING) return (heights.find(([, each]) => each > height) ?? heights.at(-1))[0];
  if (speed < -FLING) return (heights.findLast(([, each]) => each < height) ?? heights[0])[0];
  const away = ([, each]) => Math.abs(each - height);
  return heights.reduce((best, one) => (away(one) < away(best) ? one : best))[0];
}

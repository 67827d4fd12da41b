/** The map of the keys: a dialog that is fetched when it is asked for. */
import { button, make } from "./make.js";
import { say } from "./strings.js";

const NAMES = { Escape: "Esc" };

/**
 * Shows the map; closed, the focus goes back to where it was.
 * @param {{key: string, stringId: string}[]} keys
 * @param {Element} onOff what switches them off
 */
export function showMap(keys, onOff) {
  document.getElementById("display-box")?.hidePopover();
  const rows = keys.map(({ key, stringId }) =>
    make("div", {}, make("dt", {}, make("kbd", {}, NAMES[key] ?? key)), make("dd", {}, say(stringId))),
  );
  const dialog = make("dialog", { class: "keymap", "aria-labelledby": "keymap-h" });
  dialog.append(
    make("h2", { id: "keymap-h" }, say("keys")),
    make("dl", {}, ...rows),
    make("p", { class: "quiet" }, say("keys-where")),
    make("div", { class: "keymap-foot" }, onOff, button(say("close"), () => dialog.close(), { autofocus: true })),
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** Tells the site that a topic's page was looked at, once its first passage was read. */
import { Lingering } from "./lingering.js";
import { LEAVING, token } from "./sending.js";

export function visitLater(form, first) {
  if (first) new Lingering().watch(first, () => visit(form));
}

function visit(form) {
  const headers = { Accept: "application/json", "X-CSRFToken": token() };
  fetch(form.action, { method: "POST", headers, body: new FormData(form), ...LEAVING }).catch(() => null);
}

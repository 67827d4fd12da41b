/** What goes to the site as JSON, with the token that this browser has at that moment. */

/**
 * The token of now. One that came along with some answer would be out of date as soon as another
 * answer, or another tab, set a new one.
 */
export function token() {
  return /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

/** How a page sends that is being left. */
export const LEAVING = { keepalive: true };

/** The number of a submission; browsers give ready ones over HTTPS only. */
export function submission() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

/** Sends JSON once; null when nothing answers. */
export function sendJson(url, content, how = {}) {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(content),
    ...how,
  }).catch(() => null);
}

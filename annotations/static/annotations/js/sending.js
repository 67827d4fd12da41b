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

/** Sends JSON once; null when nothing answers. */
export function sendJson(url, content, how = {}) {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(content),
    ...how,
  }).catch(() => null);
}

/** Sends what was written to the JSON endpoints and says in one shape what came of it. */

import { sendJson } from "./sending.js";
import { namesIn } from "./topics.js";

const ANCHOR = ["start_key", "end_key", "quote", "prefix", "suffix", "phrase"];
const NUMBERS = ["revision", "version"];
const TEXTS = ["body", "kind", "audience", "submission", "reason", "text"];

/** The JSON of a form: only the fields that it has. */
export function payloadOf(form) {
  const field = (name) => form.elements.namedItem(name);
  const payload = {};
  for (const name of TEXTS) if (field(name)) payload[name] = field(name).value;
  for (const name of NUMBERS) if (field(name)?.value) payload[name] = Number(field(name).value);
  if (field("topics")) payload.topics = namesIn(field("topics").value);
  if (field("link")?.value || field("relation")?.value) payload.link = linkOf(field);
  if (field("start_key")) payload.anchor = field("start_key").value ? anchorOf(field) : null;
  return payload;
}

function anchorOf(field) {
  const anchor = Object.fromEntries(ANCHOR.map((name) => [name, field(name)?.value ?? ""]));
  return { ...anchor, start: offset(field("start")), end: offset(field("end")) };
}

/** The second passage, at which the first points. */
function linkOf(field) {
  return { relation: field("relation").value, address: field("link").value, phrase: field("link_phrase").value };
}

/** An empty field is no offset; it would else be taken for 0. */
function offset(field) {
  return field?.value ? Number(field.value) : null;
}

/** Posts a form once; answers as `submit` does. */
export function send(form) {
  return submit(form.dataset.api, payloadOf(form), form.dataset.method);
}

/**
 * Sends a payload once. Answers `{ok, status, result}` or `{ok: false, status, problem, wait}`;
 * status 0 means that nothing answered, 401 that nobody is signed in.
 */
export async function submit(api, payload, method = "POST") {
  const response = await sendJson(api, payload, { method });
  if (!response) return { ok: false, status: 0, problem: null };
  const isJson = /\bjson\b/.test(response.headers.get("Content-Type") ?? "");
  const content = isJson ? await response.json().catch(() => null) : null;
  if (response.ok && content) return { ok: true, status: response.status, result: content };
  return { ok: false, status: response.status, problem: content, wait: Number(response.headers.get("Retry-After")) || 60 };
}

/** What came of it in one word: posted, saved, or that it waits until a moderator has looked at it. */
export function cameOf({ state }, isEdit) {
  if (state === "pending") return "waits";
  return isEdit ? "saved" : "posted";
}

/** A form as the server gives it now, or null when it does not give one (signed out, gone). */
export async function fetchForm(url) {
  const response = await fetch(url, { headers: { "X-Fragment": "1" }, cache: "no-store" });
  if (!response.ok) return null;
  return response.text();
}

/** A highlight takes one press: no words, and for the reader alone. Others' need the form. */
import { announce, button, make } from "./make.js";
import { sendJson, submission } from "./sending.js";
import { icon, say } from "./strings.js";

/**
 * Marks a passage. Answers what the site made of it; null when it made nothing, which is told with a way to
 * try again.
 * @param {object} passage as selected
 * @param {(result: object) => void} taken takes in the site's answer
 */
export async function highlight(passage, taken, sent = submission()) {
  const { slug, revision } = document.body.dataset;
  const answer = await sendJson(`/api/articles/${encodeURIComponent(slug)}/threads`, {
    anchor: { ...passage, phrase: "" },
    revision: Number(revision),
    body: "",
    kind: "highlight",
    audience: "me",
    topics: [],
    submission: sent,
  });
  const told = await answer?.json().catch(() => null);
  if (answer?.ok && told) {
    announce(say("highlighted"));
    return taken(told);
  }
  sayWhy(told?.errors?.[0]?.message ?? told?.detail ?? say("not-highlighted"), () => highlight(passage, taken, sent));
}

function sayWhy(words, again) {
  const box = make("div", { class: "placing", role: "alert" }, make("span", {}, words));
  const retry = () => {
    box.remove();
    again();
  };
  box.append(
    button(say("try-again"), retry),
    button(icon("close"), () => box.remove(), { class: "btn plain", "aria-label": say("close") }),
  );
  document.body.append(box);
}

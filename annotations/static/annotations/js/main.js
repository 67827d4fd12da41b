/** Begins on every page: what the page has decides what is fetched. */
import { offerDisplay } from "./display.js";
import { forgetOnDiscard, forgetOnSignOut } from "./drafts.js";
import { followFormerKeys } from "./formerkeys.js";
import { offerKeys } from "./keys.js";
import { overlay, reader, showReader, showWaiting } from "./overlay.js";
import { token } from "./sending.js";
import { say } from "./strings.js";

const find = (selector) => document.querySelector(selector);

function furnishBar() {
  if (!document.getElementById("strings")) return;
  offerDisplay(find(".bar-display"));
  offerKeys();
  overlay().then((mine) => {
    if (!mine) return;
    showReader(mine.me, find("[data-me]"));
    showWaiting(mine.me?.unread);
  });
}

/** Buttons that only a script can answer, where the browser knows passkeys (not over plain HTTP). */
function offerPasskeys() {
  if (!window.PublicKeyCredential) return;
  for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;
}

/** Sends what came back with the token of now: who signed in meanwhile has another than the page. */
function sendWithFreshToken(form) {
  const field = form.elements.namedItem("csrfmiddlewaretoken");
  form.addEventListener("submit", () => {
    field.value = token() || field.value;
  });
}

/** The reading room, where the text and its margin are. */
async function openRoom() {
  const { Room } = await import("./room.js");
  new Room(find(".prose"), find(".margin"));
  overlay().then(async (mine) => {
    if (!mine?.can_annotate) return;
    const { Suggested } = await import("./suggested.js");
    await Suggested.show(find(".prose"), find(".outline"));
  });
}

/** Forms that came with their page. */
async function furnishForms(forms) {
  const { Composer } = await import("./composer.js");
  const user = await reader();
  for (const form of forms) {
    const composer = new Composer(form, { url: location.pathname + location.search, user: form.dataset.user ?? user });
    composer.onPosted = go;
  }
}

/** Threads outside the reading room: replies open in place, and the page comes anew with them. */
async function furnishThreads(hasForms) {
  const { openReplies, openReply } = await import("./replying.js");
  const { openReports } = await import("./reporting.js");
  const { Acting } = await import("./acting.js");
  const { fragment } = await import("./make.js");
  const acting = new Acting(find("main"), () => location.reload(), (html) => {
    const card = fragment(html).querySelector(".card");
    document.getElementById(card.id).replaceWith(card);
    acting.show();
  });
  overlay().then((mine) => mine?.me && acting.add(mine));
  openReplies(find("main"), go);
  openReports(find("main"));
  const user = await reader();
  if (!user || hasForms) return;
  const { offerUnfinished } = await import("./unfinished.js");
  offerUnfinished(user, (place) => {
    const link = find(`main a[href="${CSS.escape(place)}"]`);
    if (link) openReply(link, go);
    else location.assign(place);
  });
}

/** Shows what was posted: on its thread's page in its place, elsewhere with what it answers. */
function go({ url, id, thread }) {
  const there = find(`.card[data-thread="${CSS.escape(thread)}"]`);
  if (there && document.body.dataset.page === "thread" && !find(".pages")) {
    location.hash = `a-${id}`;
    return location.reload();
  }
  const isHere = new URL(url, location.href).pathname === location.pathname;
  location.assign(url);
  if (isHere) location.reload();
}

async function begin() {
  const forms = document.querySelectorAll("form[data-composer]");
  const isRoom = document.body.dataset.page === "article" && find(".prose") && find(".margin");
  const hasThreads = Boolean(find(".card, .reply"));
  if (isRoom) followFormerKeys(document.body.dataset.slug);
  furnishBar();
  offerPasskeys();
  for (const form of document.querySelectorAll("form[data-sign-out]")) forgetOnSignOut(form);
  for (const form of document.querySelectorAll("form[data-resend]")) sendWithFreshToken(form);
  if (isRoom) await openRoom();
  else if (hasThreads) await furnishThreads(forms.length > 0);
  if (isRoom || hasThreads || find(".markdownx-editor")) (await import("./editor.js")).freeTab();
  if (forms.length > 0) await furnishForms(forms);
  for (const form of document.querySelectorAll("form[data-discard]")) forgetOnDiscard(form, document.body.dataset.user);
  if (find("form[data-visit]")) (await import("./visiting.js")).visitLater(find("form[data-visit]"), find(".passage-entry"));
  if (find("[data-drop]")) (await import("./bringing.js")).takeDrops(find("[data-drop]"));
  if (find("[data-progress]")) (await import("./bringing.js")).keepUp(find("[data-progress]"));
  if (find("[data-pieces], [data-edit-form]")) (await import("./correcting.js")).correctInPlace(find("main"));
  if (find("form[data-quiet]")) (await import("./quiet.js")).sendQuietly(find("main"));
}

begin();

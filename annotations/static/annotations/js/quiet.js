/**
 * Small forms (`data-quiet`) whose answer is the page they stand on: it is fetched, and only what
 * they changed is taken over, so that nothing moves and the keyboard stays where it was.
 */

/** Takes such forms in `main` in hand, also those that come with an answer. */
export function sendQuietly(main) {
  main.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-quiet]");
    if (!form) return;
    event.preventDefault();
    send(form, main);
  });
}

async function send(form, main) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
  // Signed out, gone, or no answer: the browser's own way shows what it is
  if (!answer?.ok || new URL(answer.url).pathname !== location.pathname) return form.submit();
  takeOver(form, main, new DOMParser().parseFromString(await answer.text(), "text/html"));
}

function takeOver(form, main, page) {
  const row = form.closest("[id]:not(main)");
  const fresh = row && page.getElementById(row.id);
  if (fresh) {
    row.replaceWith(fresh);
    fresh.querySelector("form[data-quiet] button").focus({ preventScroll: true });
    replace(main.querySelector("header"), page.querySelector("main header"));
  } else {
    main.replaceChildren(...page.querySelector("main").childNodes);
    main.focus({ preventScroll: true });
  }
  replace(document.querySelector("[data-notices]"), page.querySelector("[data-notices]"));
}

function replace(old, fresh) {
  if (old && fresh) old.replaceWith(fresh);
}

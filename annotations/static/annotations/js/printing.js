/** The print button of an article's page for paper; without scripts the browser's own menu prints. */
const button = document.querySelector("[data-print]");
const { form } = button;
const chosen = () => new URLSearchParams(new FormData(form)).toString();
const shown = chosen();
const AFTERWARDS = "print"; // in this window's storage: the page that is asked for is to be printed

button.hidden = false;
button.addEventListener("click", () => {
  if (chosen() === shown) return print();
  sessionStorage.setItem(AFTERWARDS, "1");
  form.requestSubmit();
});

// Not when the browser shows again what it kept of the page
addEventListener("pageshow", (event) => {
  if (event.persisted || !sessionStorage.getItem(AFTERWARDS)) return;
  sessionStorage.removeItem(AFTERWARDS);
  print();
});

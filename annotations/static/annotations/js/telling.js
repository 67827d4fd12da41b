/** Shows a moderator what the author will read, as rule and reason are chosen and typed. */

const box = document.querySelector("[data-told]");
const form = document.querySelector("form.decide");

function lines() {
  const rule = form.elements.namedItem("rule");
  const chosen = rule?.value ? rule.selectedOptions[0].textContent.trim() : "";
  return [box.parentElement.dataset.opening, chosen && ruleWords(chosen), form.elements.namedItem("reason").value.trim()];
}

/** "2. No attacks on people" as the notice says it; its words stand in the page, translated. */
function ruleWords(chosen) {
  const [, number, title] = /^(\d+)\. (.*)$/s.exec(chosen) ?? [null, "", chosen];
  return form.dataset.rule.replace("{number}", number).replace("{title}", title);
}

function tell() {
  box.replaceChildren(
    ...lines()
      .filter(Boolean)
      .map((line) => {
        const paragraph = document.createElement("p");
        paragraph.dir = "auto";
        paragraph.textContent = line;
        return paragraph;
      }),
  );
}

if (box && form) {
  form.addEventListener("input", tell);
  document.querySelector("[data-look]")?.remove();
}

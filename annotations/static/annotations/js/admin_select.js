/** The admin's lists to choose from (select2) have no name of their own: each gets its label's. */

function name(select) {
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  const box = select.parentElement.querySelector(".select2-selection");
  if (!label || !box) return;
  label.id ||= `${select.id}_label`;
  const shown = box.querySelector(".select2-selection__rendered");
  shown?.setAttribute("aria-labelledby", label.id);
  box.setAttribute("aria-labelledby", [label.id, shown?.id].filter(Boolean).join(" "));
  // Where several are chosen, one types among them
  box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
}

// jQuery's own queue, in which the admin's script that makes the lists stands before this one
globalThis.django?.jQuery(() => document.querySelectorAll("select.admin-autocomplete").forEach(name));

/**
 * On a phone a row of the admin's lists becomes a card without the table's head: each cell keeps
 * the word of its column, which the stylesheet shows there.
 */
const heads = [...document.querySelectorAll("#result_list thead th")].map((head) => head.innerText.trim());

for (const row of document.querySelectorAll("#result_list tbody tr")) {
  [...row.cells].forEach((cell, place) => {
    if (cell.matches("td:not(.action-checkbox)") && heads[place]) cell.dataset.column = heads[place];
  });
}

// Runs before the first paint, hence no module: the scheme, text size and width this browser chose.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const { scheme, size, width } = JSON.parse(localStorage.getItem("ncr:display")) ?? {};
    if (["light", "dark", "sepia"].includes(scheme)) root.classList.add(scheme);
    if (["1", "3", "4", "5"].includes(size)) root.dataset.size = size;
    if (["narrow", "wide"].includes(width)) root.dataset.width = width;
  } catch {
    // A browser that refuses storage shows the page as the system has it.
  }
})();

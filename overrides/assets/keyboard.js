// What a keyboard gains by a script: Escape closes a menu and returns to its button, an open section
// of it closes when one turns to something else, and what need not be scrolled is no stop on the way.
for (const folded of document.querySelectorAll(".folded, .group"))
  folded.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !folded.open) return;
    event.stopPropagation();
    folded.open = false;
    folded.querySelector("summary").focus();
  });
for (const turned of ["click", "focusin"])
  document.addEventListener(turned, ({ target }) => {
    for (const open of document.querySelectorAll(".group[open]"))
      if (!open.contains(target)) open.open = false;
  });
const fitted = new ResizeObserver((changes) => {
  for (const { target } of changes)
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
});
for (const each of document.querySelectorAll("[tabindex='0']")) fitted.observe(each);

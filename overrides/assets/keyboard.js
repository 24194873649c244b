// What a keyboard gains by a script: Escape closes a menu and returns to its button, and what need
// not be scrolled is no stop on the way.
for (const folded of document.querySelectorAll(".folded"))
  folded.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !folded.open) return;
    folded.open = false;
    folded.querySelector("summary").focus();
  });
const fitted = new ResizeObserver((changes) => {
  for (const { target } of changes)
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
});
for (const each of document.querySelectorAll("[tabindex='0']")) fitted.observe(each);

// The notice of problems: Escape closes it too, and a screen reader is told of it.
const notice = document.querySelector(".problems");
const said = notice.querySelector("[role=alert]");
notice.addEventListener("keydown", (event) => {
  if (event.key === "Escape") notice.close();
});
// What a page has from the beginning is no news to a screen reader: it comes once more.
addEventListener("load", () => said.replaceChildren(...said.childNodes));

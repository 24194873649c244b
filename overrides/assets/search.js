/* Loads the search when somebody begins to use it, and not before. What is looked for goes behind the #
   of an address, which no server gets to see. */
const form = document.querySelector("header form");
const page = document.getElementById("hasil-pencarian");
const visit = (form) => location.assign(`${form.action}#${new URLSearchParams(new FormData(form))}`);
const start = async () => (await import("./search-results.js")).show(form, page);

if (page) {
  const ways = document.querySelector(".ways"); // what results would push away comes after them
  ways.hidden = /[?#&]q=[^&]/.test(location.href);
  start()
    .catch(() => (page.textContent = page.dataset.failed))
    .finally(() => (ways.hidden = false));
} else if (form) { // the front of the portal has its search in the page
  form.addEventListener("focusin", start, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = form.elements.q;
    if (!field.checkVisibility()) {
      form.classList.add("open"); // on a phone the button stands there alone
      return field.focus();
    }
    visit(form);
  });
}

document.querySelector("main form[role=search]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  visit(event.target);
});

/* Loads the search when somebody begins to use it, and not before. What is looked for goes behind the #
   of an address, which no server gets to see. */
const form = document.querySelector("header form");
const page = document.getElementById("hasil-pencarian");
const start = async () => (await import("./search-results.js")).show(form, page);

if (page) start().catch(() => (page.textContent = page.dataset.failed));
else {
  form.addEventListener("focusin", start, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}#${new URLSearchParams(new FormData(form))}`);
  });
}

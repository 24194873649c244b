// The button that copies the address of an article. Without this script it stays hidden.
for (const button of document.querySelectorAll("[data-copy]")) {
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { copy, done, failed } = button.dataset;
    try {
      await navigator.clipboard.writeText(copy);
      status.textContent = done;
    } catch {
      status.textContent = `${failed} ${copy}`;
    }
  });
}

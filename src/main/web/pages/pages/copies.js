/** Shows the buttons that copy a text, where the browser lets a page do so. */
export function offerCopies(root) {
  if (!navigator.clipboard) {
    return;
  }
  for (const button of root.querySelectorAll('button[data-copy][hidden]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy || location.href);
      const words = button.textContent;
      button.textContent = 'Copié';
      setTimeout(() => (button.textContent = words), 2000);
    });
  }
}

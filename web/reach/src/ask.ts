/** Before a deed that needs a name, the reader is asked once, and may refuse; reading never asks. */
export function ask(): void {
  const sheet = document.getElementById('ask');
  if (!sheet) {
    return;
  }
  let asked = false;
  let from: HTMLElement | null = null;
  const close = () => {
    sheet.hidden = true;
    from?.focus();
  };
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
    if (!asked && target) {
      event.preventDefault();
      asked = true;
      from = target;
      sheet.hidden = false;
      sheet.querySelector('a')?.focus();
    }
  });
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
    }
  });
  sheet.querySelector('[data-refuse]')?.addEventListener('click', () => {
    close();
    from?.click(); // what they wanted goes on without a name
  });
}

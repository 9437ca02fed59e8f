/** A form is sent without leaving the page; without this script it is sent all the same, to a page of its own. */
export function forms(): void {
  for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-inline]'))) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form);
    });
  }
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button');
  const note = form.querySelector<HTMLElement>('[role=status]');
  button?.setAttribute('disabled', '');
  try {
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      fields.append(name, String(value));
    });
    const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'text/plain' } });
    const words = await answer.text();
    if (answer.ok) {
      form.classList.add('done');
    }
    say(note, words);
  } catch {
    say(note, form.dataset.offline ?? '');
  }
  button?.removeAttribute('disabled');
}

function say(note: HTMLElement | null, words: string): void {
  if (note) {
    note.textContent = words;
  }
}

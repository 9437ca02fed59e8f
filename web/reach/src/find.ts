/** Where WeCom gives no code for the member, nothing points to one. */
export function find(): void {
  const picture = document.querySelector<HTMLImageElement>('.find img');
  const hide = () => {
    for (const element of Array.from(document.querySelectorAll<HTMLElement>('.find, .bar [data-tap=find]'))) {
      element.hidden = true;
    }
  };
  if (picture?.complete && picture.naturalWidth === 0) {
    hide();
  }
  picture?.addEventListener('error', hide);
}

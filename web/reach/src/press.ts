import { boxOf, onCode } from './box';

const LONG_MS = 500;

/**
 * Pressing and holding a code is the phone's business. The sandbox's phone has the page in a frame and cannot see into
 * it, so there the picture that is pressed is handed over; elsewhere nobody names a stage, and nothing happens.
 */
export function press(stage: string | undefined): void {
  if (!stage) {
    return;
  }
  for (const picture of Array.from(document.querySelectorAll<HTMLImageElement>('.find img, .poster img'))) {
    let held = 0;
    const release = () => clearTimeout(held);
    picture.addEventListener('pointerdown', (finger) => {
      if (onCode(picture, finger)) {
        held = window.setTimeout(() => hand(picture, stage), LONG_MS);
      }
    });
    for (const end of ['pointerup', 'pointerleave', 'pointercancel']) {
      picture.addEventListener(end, release);
    }
    for (const own of ['contextmenu', 'dragstart']) {
      picture.addEventListener(own, (event) => event.preventDefault());
    }
  }
}

function hand(picture: HTMLImageElement, stage: string) {
  const canvas = document.createElement('canvas');
  const box = boxOf(picture) ?? { left: 0, top: 0, side: 1 };
  canvas.width = picture.naturalWidth * box.side;
  canvas.height = boxOf(picture) ? canvas.width : picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, -box.left * picture.naturalWidth, -box.top * picture.naturalHeight);
  parent.postMessage({ sandbox: 'press', picture: canvas.toDataURL('image/png') }, stage);
}

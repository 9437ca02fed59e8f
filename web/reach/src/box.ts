/** Where a poster's code is: left, top and width, in per mille of the picture, as the page says. */
export interface Box {
  left: number;
  top: number;
  side: number;
}

export function boxOf(picture: HTMLElement): Box | null {
  const [left, top, side] = (picture.dataset.box ?? '').split(' ').map((part) => Number(part) / 1000);
  return left !== undefined && top !== undefined && side ? { left, top, side } : null;
}

/** Whether the finger is on the code; all of a picture without a box is one. */
export function onCode(picture: HTMLElement, finger: { clientX: number; clientY: number }): boolean {
  const box = boxOf(picture);
  if (!box) {
    return true;
  }
  const frame = picture.getBoundingClientRect();
  const x = finger.clientX - frame.left - box.left * frame.width;
  const y = finger.clientY - frame.top - box.top * frame.height;
  const side = box.side * frame.width;
  return x >= 0 && y >= 0 && x <= side && y <= side;
}

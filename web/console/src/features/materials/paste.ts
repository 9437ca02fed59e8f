/** Pictures that lie with us; all others are somebody else's page or disk. */
const OURS = /^\/f\/[0-9a-z]+-[0-9a-f]{32}$/;

interface Pasted {
  kept: string;
  /** Pictures that came inside the text itself. */
  pictures: File[];
  /** Pictures that only their own page can show. */
  lost: number;
}

/** Takes pictures out of a pasted text: some can be brought along, others have to be inserted by hand. */
export function cleaned(html: string): Pasted {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const pictures: File[] = [];
  let lost = 0;
  for (const image of page.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    if (OURS.test(source)) {
      continue;
    }
    const file = fileOf(source);
    if (file) {
      pictures.push(file);
    } else {
      lost += 1;
    }
    image.remove();
  }
  for (const node of page.querySelectorAll('style, script, meta, link, title')) {
    node.remove();
  }
  return { kept: page.body.innerHTML, pictures, lost };
}

function fileOf(source: string): File | null {
  const match = /^data:(image\/[a-z+]+);base64,(.+)$/s.exec(source);
  if (!match?.[1] || !match[2]) {
    return null;
  }
  try {
    const bytes = Uint8Array.from(atob(match[2]), (letter) => letter.charCodeAt(0));
    return new File([bytes], 'picture', { type: match[1] });
  } catch {
    return null;
  }
}

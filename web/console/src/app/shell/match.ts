/** The first character of each letter's part of the pinyin order; letters without an entry begin no syllable. */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀';
const order = new Intl.Collator('zh-CN-u-co-pinyin');

/** 账号与权限 gives "zhyqx": what somebody in a hurry types without switching the keyboard. */
export function initials(text: string): string {
  return Array.from(text, (sign) => (/\p{Script=Han}/u.test(sign) ? letterOf(sign) : sign.toLowerCase())).join('');
}

function letterOf(sign: string): string {
  let letter = '';
  for (let index = 0; index < FIRST.length; index++) {
    if (order.compare(sign, FIRST.charAt(index)) < 0) {
      break;
    }
    letter = LETTERS.charAt(index).toLowerCase();
  }
  return letter;
}

/** How well a query fits, 0 for not at all: beginnings first, then parts, then scattered letters in order. */
export function score(query: string, texts: string[]): number {
  const wanted = query.trim().toLowerCase().replace(/\s+/g, '');
  if (!wanted) {
    return 1;
  }
  return Math.max(0, ...texts.flatMap((text) => [fit(wanted, text.toLowerCase()), fit(wanted, initials(text)) * 0.9]));
}

function fit(wanted: string, text: string): number {
  const at = text.replace(/\s+/g, '').indexOf(wanted);
  if (at === 0) {
    return 100;
  }
  if (at > 0) {
    return 80 - Math.min(at, 20);
  }
  return scattered(wanted, text) ? 20 : 0;
}

function scattered(wanted: string, text: string): boolean {
  let from = 0;
  for (const sign of wanted) {
    const at = text.indexOf(sign, from);
    if (at < 0) {
      return false;
    }
    from = at + 1;
  }
  return wanted.length > 1;
}

/** A seedling over two furrows. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="mark-ground" width="32" height="32" rx="9" />
      <path
        className="mark-line"
        d="M16 20v-6.500M16 14.500c0-4.200 2.700-6.700 7.500-7-.2 4.800-3 7-7.500 7ZM16 17.500c0-3.200-2.100-5.200-6-5.500.1 3.700 2.300 5.500 6 5.500Z"
      />
      <path
        className="mark-line mark-furrow"
        d="M7 22.500c3-1.700 6-1.700 9 0s6 1.700 9 0M7 26c3-1.700 6-1.700 9 0s6 1.700 9 0"
      />
    </svg>
  );
}

/** Tilled soil seen from the hill above: the quiet picture beside the sign-in form. */
export function Furrows() {
  const lines = Array.from({ length: 13 }, (_, row) => {
    const y = 468 + row * row * 2.4 + row * 10;
    const swing = 14 + row * 5;
    return `M-20 ${y} C 140 ${y - swing}, 260 ${y + swing}, 420 ${y - swing * 0.2} S 640 ${y - swing * 0.9}, 760 ${y + swing * 0.4}`;
  });
  return (
    <svg className="furrows" viewBox="0 0 720 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle className="furrows-sun" cx="470" cy="418" r="54" />
      <path className="furrows-far" d="M-20 440 C 110 372, 250 392, 380 424 S 620 380, 760 410 V 920 H -20 Z" />
      <path className="furrows-hill" d="M-20 462 C 140 432, 270 492, 430 452 S 650 428, 760 462 V 920 H -20 Z" />
      {lines.map((line, row) => (
        <path key={line} className="furrows-line" d={line} strokeWidth={1 + row * 0.12} />
      ))}
    </svg>
  );
}

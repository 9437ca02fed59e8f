/**
 * Every value a screen may use. Colours live here and nowhere else; `tokensCss` turns them into custom properties,
 * `antdTheme` hands the same values to Ant Design.
 */
export interface Palette {
  /** Surfaces, from the page to what lies on it. */
  ground: string;
  paper: string;
  raised: string;
  sunken: string;
  /** Text, from loud to quiet. All three may be read on every surface. */
  ink: string;
  ink2: string;
  ink3: string;
  /** Hairlines divide, edges bound what says itself what it is, field lines bound what can be filled in. */
  hair: string;
  edge: string;
  field: string;
  /** Brand and action. */
  leaf: string;
  leafHover: string;
  leafPress: string;
  onLeaf: string;
  leafTint: string;
  leafInk: string;
  /** A person should act. Nothing else. */
  clay: string;
  clayTint: string;
  clayInk: string;
  /** Destruction and failure. Nothing else. */
  red: string;
  redHover: string;
  redPress: string;
  onRed: string;
  redTint: string;
  redInk: string;
  shade: string;
  shadow: string;
}

export type Mode = 'light' | 'dark';

export const palettes: Record<Mode, Palette> = {
  light: {
    ground: '#F7F8F5',
    paper: '#FFFFFF',
    raised: '#FFFFFF',
    sunken: '#EEF1EB',
    ink: '#1C211F',
    ink2: '#48524D',
    ink3: '#5F6964',
    hair: '#E2E6DF',
    edge: '#C9D0C8',
    field: '#868F89',
    leaf: '#2E7A5A',
    leafHover: '#266A4E',
    leafPress: '#1E5840',
    onLeaf: '#FFFFFF',
    leafTint: '#E7F2EC',
    leafInk: '#22634A',
    clay: '#B65A2B',
    clayTint: '#FBF0E8',
    clayInk: '#984719',
    red: '#B3342D',
    redHover: '#9C2A24',
    redPress: '#86211C',
    onRed: '#FFFFFF',
    redTint: '#FBECEA',
    redInk: '#9C2A24',
    shade: 'rgba(28, 33, 31, 0.36)',
    shadow: '0 8px 28px rgba(28, 33, 31, 0.10), 0 1px 3px rgba(28, 33, 31, 0.06)',
  },
  dark: {
    ground: '#121513',
    paper: '#181C1A',
    raised: '#1F2422',
    sunken: '#252B28',
    ink: '#E7EBE6',
    ink2: '#BAC3BD',
    ink3: '#99A39D',
    hair: '#2B322E',
    edge: '#434C47',
    field: '#717C76',
    leaf: '#63BC93',
    leafHover: '#78C9A4',
    leafPress: '#8FD3B2',
    onLeaf: '#0E1A14',
    leafTint: '#1B2F26',
    leafInk: '#8FD3B2',
    clay: '#E08F5E',
    clayTint: '#35241A',
    clayInk: '#EBA67C',
    red: '#EE7E74',
    redHover: '#F29A92',
    redPress: '#F5B0AA',
    onRed: '#2A0E0B',
    redTint: '#3A1F1D',
    redInk: '#F29A92',
    shade: 'rgba(0, 0, 0, 0.56)',
    shadow: '0 10px 32px rgba(0, 0, 0, 0.48), 0 1px 3px rgba(0, 0, 0, 0.4)',
  },
};

/** Eight series that colour-blind people can tell apart by hue and lightness, leaf first. */
export const charts: Record<Mode, string[]> = {
  light: ['#2E7A5A', '#2F62B0', '#B97A12', '#8A4FA3', '#2C91B0', '#A8325C', '#7B8420', '#59646E'],
  dark: ['#63BC93', '#7FA9EA', '#E0AE4E', '#C294DA', '#6FC5DF', '#EA86AB', '#B5BF5C', '#A3AEB8'],
};

/** What is written on what. The contrast test computes each. */
export const pairs: { text: keyof Palette; on: keyof Palette; least: number }[] = [
  ...(['ink', 'ink2', 'ink3'] as const).flatMap((text) =>
    (['ground', 'paper', 'raised', 'sunken'] as const).map((on) => ({ text, on, least: 4.5 })),
  ),
  { text: 'leaf', on: 'paper', least: 4.5 },
  { text: 'leaf', on: 'ground', least: 4.5 },
  { text: 'leaf', on: 'raised', least: 4.5 },
  { text: 'leafInk', on: 'leafTint', least: 4.5 },
  { text: 'ink', on: 'leafTint', least: 4.5 },
  { text: 'ink2', on: 'leafTint', least: 4.5 },
  { text: 'onLeaf', on: 'leaf', least: 4.5 },
  { text: 'onLeaf', on: 'leafHover', least: 4.5 },
  { text: 'onLeaf', on: 'leafPress', least: 4.5 },
  { text: 'clay', on: 'paper', least: 4.5 },
  { text: 'clayInk', on: 'clayTint', least: 4.5 },
  { text: 'clayInk', on: 'ground', least: 4.5 },
  { text: 'ink', on: 'clayTint', least: 4.5 },
  { text: 'red', on: 'paper', least: 4.5 },
  { text: 'red', on: 'ground', least: 4.5 },
  { text: 'red', on: 'raised', least: 4.5 },
  { text: 'redInk', on: 'redTint', least: 4.5 },
  { text: 'ink', on: 'redTint', least: 4.5 },
  { text: 'onRed', on: 'red', least: 4.5 },
  { text: 'onRed', on: 'redHover', least: 4.5 },
  { text: 'field', on: 'paper', least: 3 },
  { text: 'field', on: 'ground', least: 3 },
  { text: 'leaf', on: 'sunken', least: 3 },
];

export const type = { small: 12, body: 14, lead: 16, title: 20, display: 28 } as const;
export const space = [0, 4, 8, 12, 16, 20, 24, 32, 40, 56] as const;
export const radius = 8;
export const motion = { quick: '120ms', calm: '180ms' } as const;
export const fonts =
  '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Segoe UI", system-ui, sans-serif';
/** Latin first, so that its quotation marks are not set as wide as Chinese ones. */
export const latinFonts =
  '"Segoe UI", -apple-system, system-ui, Roboto, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei UI", sans-serif';
export const mono = 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono", monospace';

/** The style sheet of custom properties. Without a choice the system's own preference rules, before any script runs. */
export function tokensCss(): string {
  const steps = space.map((size, step) => `--s${step}: ${size}px;`).join(' ');
  const sizes = Object.entries(type).map(([name, size]) => `--type-${name}: ${size}px;`);
  return [
    `:root { ${steps} ${sizes.join(' ')} --radius: ${radius}px; --font: ${fonts}; --mono: ${mono}; }`,
    `:root:lang(en) { --font: ${latinFonts}; }`,
    `:root { --quick: ${motion.quick}; --calm: ${motion.calm}; }`,
    '@media (prefers-reduced-motion: reduce) { :root { --quick: 0ms; --calm: 0ms; } }',
    `:root { color-scheme: light; ${colours('light')} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${colours('dark')} } }`,
    `:root[data-theme="dark"] { color-scheme: dark; ${colours('dark')} }`,
  ].join('\n');
}

function colours(mode: Mode): string {
  const named = Object.entries(palettes[mode]).map(([name, value]) => `--${kebab(name)}: ${value};`);
  const series = charts[mode].map((value, index) => `--chart-${index + 1}: ${value};`);
  return [...named, ...series].join(' ');
}

function kebab(name: string): string {
  return name.replace(/([A-Z]|\d)/g, (part) => `-${part.toLowerCase()}`);
}

export const PERIODS = ['TODAY', 'LAST_7', 'LAST_30'] as const;
export type PeriodName = (typeof PERIODS)[number];

export const FIGURES = [
  'NEWCOMERS',
  'LOST',
  'FRIENDS',
  'FRIENDSHIPS',
  'SHARED',
  'OPENED',
  'READ',
  'CONTACTED',
  'OPENINGS',
  'ANSWERED',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** What can be opened; a difference opens both of its sides. */
export type Opened = FigureName | 'NET';

export const RANKINGS = ['NEWCOMERS', 'NET', 'SHARED', 'OPENINGS', 'ANSWERED'] as const;
export type RankingName = (typeof RANKINGS)[number];

export const RANKED = ['MEMBERS', 'SHOPS'] as const;
export type RankedName = (typeof RANKED)[number];

/** The channel of those who came by none. */
export const NO_CHANNEL = 'none';

/** Whose rows are shown; each is empty where it does not matter. */
export interface Of {
  shop?: string;
  member?: string;
  channel?: string;
}

export type Show = (figure: Opened, of?: Of) => void;

export function periodOf(text: string): PeriodName {
  return PERIODS.find((one) => one === text) ?? 'LAST_30';
}

export function openedOf(text: string): Opened | null {
  return text === 'NET' ? text : (FIGURES.find((one) => one === text) ?? null);
}

export function rankingOf(text: string): RankingName {
  return RANKINGS.find((one) => one === text) ?? 'NEWCOMERS';
}

export function rankedOf(text: string): RankedName {
  return RANKED.find((one) => one === text) ?? 'MEMBERS';
}

/** How much of the whole a part is, in per cent; a dash where there is nothing to be a part of. */
export function rate(part: number, whole: number, language: string): string {
  if (whole <= 0) {
    return '—';
  }
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole);
}

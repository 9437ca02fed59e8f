export const PERIODS = ['TODAY', 'LAST_7', 'LAST_30'] as const;
export type PeriodName = (typeof PERIODS)[number];

export const FIGURES = ['NEWCOMERS', 'LOST'] as const;
export type FigureName = (typeof FIGURES)[number];

export function periodOf(text: string): PeriodName {
  return PERIODS.find((one) => one === text) ?? 'LAST_30';
}

export function figureOf(text: string): FigureName | null {
  return FIGURES.find((one) => one === text) ?? null;
}

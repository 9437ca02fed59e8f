import type { Problem } from '@tilth/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Grey lines where something will stand in a moment. */
export function Waiting({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}

/** What went wrong, in the server's words, and a way on. */
export function Trouble({ problem, retry }: { problem: Problem; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="trouble" role="alert">
      <p>{sentenceOf(problem, t)}</p>
      <button type="button" className="button" onClick={retry}>
        {t('ui.again')}
      </button>
    </div>
  );
}

export function sentenceOf(problem: Problem, t: (key: string) => string): string {
  if (problem.status === 0) {
    return t('ui.offline');
  }
  return problem.detail ?? t('ui.unexpected');
}

/** Nothing here yet: what will be, and how it begins. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <svg width="64" height="40" viewBox="0 0 64 40" aria-hidden="true" focusable="false">
        <path d="M4 24c9-5 18-5 28 0s19 5 28 0M4 33c9-5 18-5 28 0s19 5 28 0" />
        <path d="M32 21v-9M32 13c0-5 3-8 9-9-.2 6-3.500 9-9 9ZM32 17c0-4-2.500-6.500-7.500-7 .2 4.800 3 7 7.500 7Z" />
      </svg>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
    </div>
  );
}

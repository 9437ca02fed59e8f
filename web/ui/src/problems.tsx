import type { Problem } from '@tilth/api';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WarnIcon } from './icons';

const KNOWN = new Set(['offline', 'server-error', 'not-signed-in', 'forbidden', 'too-many-guesses']);

/** The server's own sentence; where no server spoke, ours. */
export function problemText(problem: Problem, t: TFunction): string {
  if (problem.detail) {
    return problem.detail;
  }
  const code = KNOWN.has(problem.code) ? problem.code : problem.status >= 500 ? 'server-error' : 'unexpected';
  return t(`problem.${code}`);
}

/** Says what happened, and the number under which the log has it when nobody foresaw it. */
export function ProblemNote({ problem, children }: { problem: Problem; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="note note-red" role="alert">
      <WarnIcon />
      <div>
        <p>{problemText(problem, t)}</p>
        {problem.status >= 500 && problem.requestId ? (
          <p className="quiet small">{t('problem.number', { id: problem.requestId })}</p>
        ) : null}
        {children}
      </div>
    </div>
  );
}

/** In place of a list or a page that could not be fetched. */
export function Failed({ problem, retry }: { problem: Problem; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="blank" role="alert">
      <p className="blank-title">{t('ui.failedTitle')}</p>
      <p className="quiet">{problemText(problem, t)}</p>
      {problem.requestId ? <p className="quiet small">{t('problem.number', { id: problem.requestId })}</p> : null}
      <Button onClick={retry}>{t('ui.retry')}</Button>
    </div>
  );
}

interface EmptyProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Says what will be here and how to begin. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="blank">
      <svg className="blank-art" viewBox="0 0 96 40" aria-hidden="true">
        <path d="M4 30c15-7 29-7 44 0s29 7 44 0M4 37c15-7 29-7 44 0s29 7 44 0" />
        <path
          className="blank-sprout"
          d="M48 27V15m0 3c0-6 4-9.500 10-10-.2 6.500-4 10-10 10Zm0 3c0-4.500-3-7-8-7.500.1 5 3.200 7.500 8 7.500Z"
        />
      </svg>
      <p className="blank-title">{title}</p>
      {children ? <div className="quiet">{children}</div> : null}
      {action}
    </div>
  );
}

/** Grey lines where text will be. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}

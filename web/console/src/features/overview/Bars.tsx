import type { GrowthOverview } from '@tilth/api';
import { counted } from '@tilth/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Change = GrowthOverview['newcomers'];

const SHOWN = 10;

interface Props {
  comparable: boolean;
  rows: { id: string; name: string; change: Change }[];
  onPick: (id: string) => void;
}

/** From zero, each with its name, its figure and a pale mark for the period before. */
export function Bars({ comparable, rows, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...rows.flatMap(({ change }) => [change.now, comparable ? change.before : 0]));
  return (
    <>
      <ol className="ranking">
        {(all ? rows : rows.slice(0, SHOWN)).map(({ id, name, change }) => (
          <li key={id}>
            <button type="button" className="ranked" onClick={() => onPick(id)}>
              <span className="ranked-name" title={name}>
                {name || t('overview.nobody')}
              </span>
              <span className="ranked-track" aria-hidden="true">
                {comparable ? (
                  <span className="ranked-before" style={{ width: `${(100 * Math.max(0, change.before)) / most}%` }} />
                ) : null}
                <span className="ranked-now" style={{ width: `${(100 * Math.max(0, change.now)) / most}%` }} />
              </span>
              <span className="ranked-figure">
                {counted(change.now, i18n.language)}
                {comparable ? (
                  <span className="quiet small">
                    {' '}
                    {t('overview.was', { before: counted(change.before, i18n.language) })}
                  </span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {rows.length > SHOWN ? (
        <button type="button" className="growth-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('overview.fewer') : t('overview.more', { count: rows.length })}
        </button>
      ) : null}
    </>
  );
}

import type { GrowthOverview } from '@tilth/api';
import { counted } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

type Change = GrowthOverview['newcomers'];

interface Props {
  comparable: boolean;
  rows: { id: string; name: string; change: Change }[];
  onPick: (id: string) => void;
}

/** From zero, each with its name, its figure and a pale mark for the period before. */
export function Bars({ comparable, rows, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...rows.flatMap(({ change }) => [change.now, change.before]));
  return (
    <ol className="ranking">
      {rows.map(({ id, name, change }) => (
        <li key={id}>
          <button type="button" className="ranked" onClick={() => onPick(id)}>
            <span className="ranked-name" title={name}>
              {name || t('overview.nobody')}
            </span>
            <span className="ranked-track" aria-hidden="true">
              <span className="ranked-before" style={{ width: `${(100 * change.before) / most}%` }} />
              <span className="ranked-now" style={{ width: `${(100 * change.now) / most}%` }} />
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
  );
}

import type { GrowthOverview } from '@tilth/api';
import { counted } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

type Change = GrowthOverview['newcomers'];

interface Props {
  rows: { id: string; name: string; change: Change }[];
  onPick: (id: string) => void;
}

/** From zero, each with its name, its figure and a pale mark for the period before. */
export function Bars({ rows, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...rows.flatMap(({ change }) => [change.now, change.before]));
  return (
    <ol className="bars">
      {rows.map(({ id, name, change }) => (
        <li key={id}>
          <button type="button" className="bar" onClick={() => onPick(id)}>
            <span className="bar-name" title={name}>
              {name || t('overview.nobody')}
            </span>
            <span className="bar-track" aria-hidden="true">
              <span className="bar-before" style={{ width: `${(100 * change.before) / most}%` }} />
              <span className="bar-now" style={{ width: `${(100 * change.now) / most}%` }} />
            </span>
            <span className="bar-figure">
              {counted(change.now, i18n.language)}
              <span className="quiet small">
                {' '}
                {t('overview.was', { before: counted(change.before, i18n.language) })}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

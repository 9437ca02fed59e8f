import type { GrowthOverview } from '@tilth/api';
import { counted } from '@tilth/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opened } from './figures';

const SHOWN = 10;

interface Row {
  id: string;
  name: string;
  depth: number;
  newcomers: GrowthOverview['newcomers'];
  lost: GrowthOverview['lost'];
  friends: number;
}

interface Props {
  label: string;
  /** What the rows are. */
  first: string;
  comparable: boolean;
  rows: Row[];
  onShow: (figure: Opened, id: string) => void;
}

/** Each with what it brought and what is left of it; the bars are of newcomers, the pale ones of the period before. */
export function GrowthTable({ label, first, comparable, rows, onShow }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...rows.flatMap(({ newcomers }) => [newcomers.now, comparable ? newcomers.before : 0]));
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <table className="growth" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" className="growth-end">
              {t('overview.newcomers')}
            </th>
            <th scope="col" className="growth-end">
              {t('overview.lost')}
            </th>
            <th scope="col" className="growth-end">
              {t('overview.net')}
            </th>
            <th scope="col" className="growth-end">
              {t('overview.friends')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <th scope="row" style={{ paddingLeft: `${row.depth * 16}px` }}>
                <span className="growth-name" title={row.name}>
                  {row.name || t('overview.nobody')}
                </span>
                <span className="ranked-track growth-track" aria-hidden="true">
                  {comparable ? (
                    <span className="ranked-before" style={{ width: `${(100 * row.newcomers.before) / most}%` }} />
                  ) : null}
                  <span className="ranked-now" style={{ width: `${(100 * row.newcomers.now) / most}%` }} />
                </span>
              </th>
              <Cell of={`${row.name} ${t('overview.newcomers')}`} figure="NEWCOMERS" row={row} onShow={onShow}>
                {row.newcomers.now}
              </Cell>
              <Cell of={`${row.name} ${t('overview.lost')}`} figure="LOST" row={row} onShow={onShow}>
                {row.lost.now}
              </Cell>
              <Cell of={`${row.name} ${t('overview.net')}`} figure="NET" row={row} onShow={onShow}>
                {row.newcomers.now - row.lost.now}
              </Cell>
              <Cell of={`${row.name} ${t('overview.friends')}`} figure="FRIENDS" row={row} onShow={onShow}>
                {row.friends}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN ? (
        <button type="button" className="growth-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('overview.fewer') : t('overview.more', { count: rows.length })}
        </button>
      ) : null}
    </>
  );
}

interface CellProps {
  of: string;
  figure: Opened;
  row: Row;
  children: number;
  onShow: (figure: Opened, id: string) => void;
}

function Cell({ of, figure, row, children, onShow }: CellProps) {
  const { i18n } = useTranslation();
  const now = counted(children, i18n.language);
  return (
    <td className="growth-end">
      <button type="button" className="growth-opens" aria-label={`${of} ${now}`} onClick={() => onShow(figure, row.id)}>
        {now}
      </button>
    </td>
  );
}

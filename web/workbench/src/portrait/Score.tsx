import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { Moment } from '@tilth/ui/time';
import { useTranslation } from 'react-i18next';
import { Trouble, Waiting } from '../parts/states';
import { scoreQuery } from './queries';

/** Why the score is what it is, line by line. */
export function Score({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const query = useQuery(scoreQuery(id));
  if (query.error) {
    return <Trouble problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return <Waiting lines={3} />;
  }
  const points = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return (
    <>
      <p className="quiet small">{t('customers.fades')}</p>
      {query.data.lines.length === 0 && <p>{t('customers.noScore')}</p>}
      <ul>
        {query.data.lines.map((line) => (
          <li key={`${line.at} ${line.kind}`} className="line">
            <span>
              <b className="points number">{points.format(line.points)}</b> {line.text}
            </span>
            <span className="quiet small">
              {t('customers.worth', { worth: points.format(line.worth) })} · <Moment at={line.at} as="ago" />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

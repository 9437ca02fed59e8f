import { useQuery } from '@tanstack/react-query';
import { type ChannelCode, type CodeFigures, problemOf } from '@tilth/api';
import { Count, Failed, MemberName, Section, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { figuresQuery } from './queries';

/** What a code brought in 30 days: new customers, who received them, and what did not go by plan. */
export function CodeFiguresView({ code }: { code: ChannelCode }) {
  const { t } = useTranslation();
  const figures = useQuery(figuresQuery(code.id));
  return (
    <Section title={t('channelCodes.figures')}>
      {figures.data ? (
        <>
          <Totals figures={figures.data} />
          <Days days={figures.data.days} />
          <Receivers figures={figures.data} code={code} />
        </>
      ) : figures.error ? (
        <Failed problem={problemOf(figures.error)} retry={() => void figures.refetch()} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Section>
  );
}

function Totals({ figures }: { figures: CodeFigures }) {
  const { t } = useTranslation();
  const shown = (['fresh', 'added', 'lost'] as const).map((key) => [key, figures[key]] as const);
  const odd = (['overCap', 'late', 'bySpare'] as const).filter((key) => figures[key] > 0);
  return (
    <>
      <dl className="code-totals">
        {shown.map(([key, value]) => (
          <div key={key}>
            <dd>
              <Count of={value} />
            </dd>
            <dt className="quiet small">{t(`channelCodes.total.${key}`)}</dt>
          </div>
        ))}
      </dl>
      {odd.length > 0 ? (
        <p className="quiet small">
          {odd.map((key) => t(`channelCodes.total.${key}`, { count: figures[key] })).join(' · ')}
        </p>
      ) : null}
    </>
  );
}

/** A bar for each day; the sentence below says the same. */
function Days({ days }: { days: CodeFigures['days'] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...days.map((day) => day.added));
  const best = days.reduce((top, day) => (day.added > top.added ? day : top), days[0] ?? { day: '', added: 0 });
  return (
    <>
      <svg className="code-days" viewBox={`0 0 ${days.length * 10} 60`} preserveAspectRatio="none" aria-hidden="true">
        {days.map((day, index) => (
          <g key={day.day}>
            <title>{`${day.day} · ${day.added}`}</title>
            <rect className="code-day-ground" x={index * 10 + 1} y={0} width={8} height={60} />
            <rect
              className="code-day"
              x={index * 10 + 1}
              y={60 - (day.added / most) * 58}
              width={8}
              height={(day.added / most) * 58}
            />
          </g>
        ))}
      </svg>
      <p className="quiet small">
        {best.added > 0 ? t('channelCodes.bestDay', { day: best.day, count: best.added }) : t('channelCodes.noDay')}
      </p>
    </>
  );
}

function Receivers({ figures, code }: { figures: CodeFigures; code: ChannelCode }) {
  const { t } = useTranslation();
  if (figures.members.length === 0) {
    return null;
  }
  return (
    <table className="code-receivers">
      <thead>
        <tr>
          <th scope="col">{t('channelCodes.receiver')}</th>
          <th scope="col">{t('channelCodes.inAll')}</th>
          <th scope="col">{t('channelCodes.today')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.members.map((one) => (
          <tr key={one.id}>
            <td>
              <MemberName member={one} />
            </td>
            <td>
              <Count of={one.added} />
            </td>
            <td>
              <Count of={one.today} />
              {code.dailyCap && !code.spares.some((spare) => spare.id === one.id) ? ` / ${code.dailyCap}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useQuery } from '@tanstack/react-query';
import { api, ask, type Customer, problemOf } from '@tilth/api';
import { Failed, Moment, Skeleton, Tag, type Tone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

type Grade = Customer['grade'];

const TONES: Record<Grade, Tone> = { HIGH: 'clay', MIDDLE: 'leaf', LOW: 'quiet', ASLEEP: 'quiet' };

/** The score as a list shows it. */
export function ScoreTag({ score, grade }: Pick<Customer, 'score' | 'grade'>) {
  const { t } = useTranslation();
  return (
    <span className="score">
      <strong className="score-value">{score}</strong> <Tag tone={TONES[grade]}>{t(`customers.grades.${grade}`)}</Tag>
    </span>
  );
}

/** Why the score is what it is, line by line. */
export function ScoreLines({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['customers', 'score', id],
    queryFn: () => ask(api.GET('/api/v1/customers/{id}/score', { params: { path: { id } } })),
  });
  if (!query.data) {
    return query.error ? (
      <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={3} />
    );
  }
  const { value, grade, lines } = query.data;
  return (
    <div className="stack">
      <p className="score-big">
        <ScoreTag score={value} grade={grade} />
      </p>
      {lines.length === 0 ? <p className="quiet">{t('customers.scoreNone')}</p> : null}
      <ul className="score-lines">
        {lines.map((line) => (
          <li key={`${line.kind}${line.at}`}>
            <span className="score-points">+{shown(line.points)}</span>
            <span>
              {line.text}
              <span className="quiet small">
                {' '}
                · <Moment at={line.at} />
                {shown(line.worth) === shown(line.points)
                  ? null
                  : ` · ${t('customers.scoreWorth', { points: shown(line.worth) })}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function shown(points: number): string {
  return String(Math.round(points * 10) / 10);
}

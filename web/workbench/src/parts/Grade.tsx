import type { Customer } from '@tilth/api';
import { useTranslation } from 'react-i18next';

type Level = Customer['grade'];

const TONES: Record<Level, string> = { HIGH: 'pill-clay', MIDDLE: 'pill-leaf', LOW: '', ASLEEP: '' };

/** How much a customer seems to want something, in one glance. */
export function Grade({ grade, score }: { grade: Level; score: number }) {
  const { t } = useTranslation();
  return (
    <span className={`pill ${TONES[grade]}`}>
      {t(`grade.${grade}`)} <span className="number">{score}</span>
    </span>
  );
}

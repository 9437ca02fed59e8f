import type { OpenedMaterial } from '@tilth/api';
import { Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

/** What the word list found, where, and what is wrong about it. */
export function Findings({ findings }: { findings: OpenedMaterial['findings'] }) {
  const { t } = useTranslation();
  if (findings.length === 0) {
    return <p className="quiet small">{t('materials.reviewedAlways')}</p>;
  }
  return (
    <ul className="findings">
      {findings.map((one) => (
        <li key={`${one.place} ${one.word}`}>
          <Tag tone="clay">{t(`materials.claims.${one.claim}`)}</Tag>{' '}
          <span className="quiet small">
            {/^\d+$/.test(one.place)
              ? t('materials.places.page', { number: one.place })
              : t(`materials.places.${one.place}`)}
          </span>
          <p className="small">
            {one.around
              .split(one.word)
              .flatMap((part, index) => (index === 0 ? [part] : [<mark key={index}>{one.word}</mark>, part]))}
          </p>
        </li>
      ))}
    </ul>
  );
}

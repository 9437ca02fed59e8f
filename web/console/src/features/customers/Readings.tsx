import type { Customer } from '@tilth/api';
import { Moment, Section, Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

const SHOWN = 5;

/** What they read of what was sent to them, the latest first. */
export function Readings({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const { readings } = customer;
  if (!readings) {
    return null;
  }
  const long = (seconds: number) =>
    seconds < 60
      ? t('customers.seconds', { seconds })
      : t('customers.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return (
    <Section
      title={t('customers.readings')}
      lede={
        readings.count > 0
          ? t('customers.readingsSum', { count: readings.count, time: long(readings.seconds) })
          : t('customers.readingsNone')
      }
    >
      <ul className="readings">
        {readings.materials.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <span>
              {one.title || t('customers.materialGone')}{' '}
              {one.priced ? <Tag tone="leaf">{t('customers.pricedMaterial')}</Tag> : null}
            </span>
            <span className="quiet small">
              {t('customers.readTimes', { count: one.times, time: long(one.seconds), percent: one.percent })} ·{' '}
              <Moment at={one.lastAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

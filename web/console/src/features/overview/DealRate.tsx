import type { FunnelOverview } from '@tilth/api';
import { counted, Section } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { rate, type Show } from './figures';

interface Props {
  funnel: FunnelOverview;
  onShow: Show;
}

/** Buyers by exposure and click rate. Nobody knows who bought yet, so it says so instead of making a number up. */
export function DealRate({ funnel, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const count = (number: number) => counted(number, i18n.language);
  return (
    <Section title={t('overview.deal')} lede={t('overview.dealLede')}>
      <dl className="deal">
        <div>
          <dt>{t('overview.exposure')}</dt>
          <dd>
            <button type="button" className="growth-opens" onClick={() => onShow('SHARED')}>
              {count(funnel.shared.now)}
            </button>
          </dd>
        </div>
        <div>
          <dt>{t('overview.clickRate')}</dt>
          <dd>
            {rate(funnel.opened.now, funnel.shared.now, i18n.language)}
            {funnel.comparable ? (
              <span className="quiet small">
                {' '}
                {t('overview.was', { before: rate(funnel.opened.before, funnel.shared.before, i18n.language) })}
              </span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{t('overview.clicks')}</dt>
          <dd>
            <button type="button" className="growth-opens" onClick={() => onShow('OPENED')}>
              {count(funnel.opened.now)}
            </button>
          </dd>
        </div>
        <div>
          <dt>{t('overview.buyers')}</dt>
          <dd className="quiet">{t('overview.notYet')}</dd>
        </div>
        <div className="deal-result">
          <dt>{t('overview.deal')}</dt>
          <dd className="quiet">—</dd>
        </div>
      </dl>
      <p className="quiet small">{t('overview.dealLater')}</p>
    </Section>
  );
}

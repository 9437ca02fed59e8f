import { Moment } from '@tilth/ui/time';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Alert } from '../data/alerts';
import { useHappened } from './alert-sentence';
import { Face } from './Face';

/** One alert in a list: who, what, how long. */
export function AlertRow({ alert, member = false }: { alert: Alert; member?: boolean }) {
  const { t } = useTranslation();
  const happened = useHappened();
  return (
    <li>
      <Link className="row" to={`/w/alerts/${alert.id}`}>
        <Face name={alert.customer.name} picture={alert.customer.avatar} />
        <div className="row-text">
          <div className="row-head">
            <b className="cut">{alert.customer.name}</b>
            {alert.level === 'IMMEDIATE' && alert.state === 'OPEN' && (
              <span className="pill pill-clay">{t('alerts.now')}</span>
            )}
            {alert.state !== 'OPEN' && <span className="pill">{t(`alerts.state.${alert.state}`)}</span>}
          </div>
          <p className="quiet small">{happened(alert)}</p>
          {member && <p className="quiet small">{t('alerts.of', { name: alert.member.name })}</p>}
        </div>
        <span className="row-end">
          <Moment at={alert.at} as="ago" />
        </span>
      </Link>
    </li>
  );
}

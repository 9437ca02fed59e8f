import { Moment } from '@tilth/ui/time';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHappened } from '../../parts/alert-sentence';
import { Face } from '../../parts/Face';
import type { ShopAlert } from './queries';

/** Alerts of the shop; each opens where it can be answered or given to another. */
export function ShopAlerts({ title, none, alerts }: { title: string; none?: string; alerts: ShopAlert[] }) {
  const { t } = useTranslation();
  const happened = useHappened();
  return (
    <>
      <h2 className="section-title">
        {title}
        {alerts.length > 0 && <span className="quiet number">{alerts.length}</span>}
      </h2>
      {alerts.length === 0 && none && <p className="card quiet">{none}</p>}
      {alerts.length > 0 && (
        <ul className="card card-list">
          {alerts.map((alert) => (
            <li key={alert.id}>
              <Link className="row" to={`/w/alerts/${alert.id}`}>
                <Face name={alert.customer.name} picture={alert.customer.avatar} />
                <span className="row-text">
                  <span className="row-head">
                    <b className="cut">{alert.customer.name}</b>
                    {alert.lost ? (
                      <span className="pill pill-red">{t('customers.lost')}</span>
                    ) : (
                      alert.immediate && <span className="pill pill-clay">{t('alerts.now')}</span>
                    )}
                  </span>
                  <span className="quiet small row-line">{happened(alert)}</span>
                  <span className="quiet small row-line">{t('alerts.of', { name: alert.member.name })}</span>
                </span>
                <span className="row-end">
                  <Moment at={alert.at} as="ago" />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

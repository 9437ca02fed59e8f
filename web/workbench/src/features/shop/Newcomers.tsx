import { Moment } from '@tilth/ui/time';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Face } from '../../parts/Face';
import type { ShopDay } from './queries';

/** Today's new friends, and whether somebody has turned to them. */
export function Newcomers({ day }: { day: ShopDay }) {
  const { t } = useTranslation();
  const more = day.newFriendCount - day.newFriends.length;
  return (
    <>
      <h2 className="section-title">
        {t('shop.newFriends')}
        {day.newFriendCount > 0 && <span className="quiet number">{day.newFriendCount}</span>}
      </h2>
      {day.newFriends.length === 0 && <p className="card quiet">{t('shop.noNewFriends')}</p>}
      {day.newFriends.length > 0 && (
        <ul className="card card-list">
          {day.newFriends.map(({ customer, member, at, answeredAt }) => (
            <li key={`${customer.id} ${member.id}`}>
              <Link className="row" to={`/w/customers/${customer.id}`}>
                <Face name={customer.name} picture={customer.avatar} />
                <span className="row-text">
                  <span className="row-head">
                    <b className="cut">{customer.name}</b>
                    {answeredAt && <span className="pill pill-leaf">{t('shop.answered')}</span>}
                  </span>
                  <span className="quiet small row-line cut">{t('alerts.of', { name: member.name })}</span>
                </span>
                <span className="row-end">
                  <Moment at={at} as="ago" />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="quiet small sheet-note">{t('shop.moreNew', { count: more })}</p>}
    </>
  );
}

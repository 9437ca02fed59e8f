import { Moment } from '@tilth/ui/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Face } from '../../parts/Face';
import { Grade } from '../../parts/Grade';
import { GiveCard } from './GiveCard';
import type { HotCustomer } from './queries';

/** Of high intent, something happened, and nobody has turned to them since. */
export function Hot({ customers }: { customers: HotCustomer[] }) {
  const { t } = useTranslation();
  const [giving, setGiving] = useState<HotCustomer | null>(null);
  return (
    <>
      <h2 className="section-title">
        {t('shop.hot')}
        {customers.length > 0 && <span className="quiet number">{customers.length}</span>}
      </h2>
      {customers.length === 0 && <p className="card quiet">{t('shop.noHot')}</p>}
      {customers.length > 0 && (
        <ul className="card card-list">
          {customers.map((hot) => (
            <li key={hot.customer.id} className="row row-two">
              <Link className="row-open" to={`/w/customers/${hot.customer.id}`}>
                <Face name={hot.customer.name} picture={hot.customer.avatar} />
                <span className="row-text">
                  <span className="row-head">
                    <b className="cut">{hot.customer.name}</b>
                    <Grade grade={hot.customer.grade} score={hot.customer.score} />
                  </span>
                  <span className="quiet small cut row-line">
                    {hot.friends.map((friend) => friend.name).join(t('ui.and'))} · <Moment at={hot.at} as="ago" />
                  </span>
                </span>
              </Link>
              <button type="button" className="button" onClick={() => setGiving(hot)}>
                {t('shop.give')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {giving && (
        <GiveCard
          customerId={giving.customer.id}
          name={giving.customer.name}
          friends={giving.friends}
          close={() => setGiving(null)}
        />
      )}
    </>
  );
}

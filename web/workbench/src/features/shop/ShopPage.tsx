import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../parts/Bar';
import { Bell } from '../../parts/Bell';
import { Icon } from '../../parts/icons';
import { Sheet } from '../../parts/Sheet';
import { Trouble, Waiting } from '../../parts/states';
import { Guides } from './Guides';
import { Hot } from './Hot';
import { Newcomers } from './Newcomers';
import { type ShopDay, shopDayQuery } from './queries';
import { ShopAlerts } from './ShopAlerts';

/** How the shop's day goes: what waits for somebody, who came, and who is at it. */
export function ShopPage() {
  const { t } = useTranslation();
  const [shop, setShop] = useState<string | null>(null);
  const query = useQuery(shopDayQuery(shop));
  const day = query.data;
  return (
    <main>
      <Bar title={t('tabs.shop')} actions={<Bell />} />
      {query.isPending && <Waiting />}
      {query.error && !day && <Trouble problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {day && (
        <>
          <Which day={day} choose={setShop} />
          <Figures day={day} />
          <ShopAlerts title={t('shop.alerts')} none={t('shop.noAlerts')} alerts={day.unhandledAlerts} />
          <Hot customers={day.untouchedHot} />
          <Guides guides={day.guides} />
          <Newcomers day={day} />
          {day.missedAlerts.length > 0 && <ShopAlerts title={t('shop.missed')} alerts={day.missedAlerts} />}
        </>
      )}
    </main>
  );
}

/** Whoever leads several shops chooses one. */
function Which({ day, choose }: { day: ShopDay; choose: (shop: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!day.shop) {
    return null;
  }
  if (day.shops.length < 2) {
    return <p className="shop-name">{day.shop.name}</p>;
  }
  return (
    <>
      <button type="button" className="shop-name shop-choose" onClick={() => setOpen(true)}>
        {day.shop.name} <Icon name="next" size={16} />
      </button>
      {open && (
        <Sheet title={t('shop.choose')} close={() => setOpen(false)}>
          {day.shops.map((shop) => (
            <button
              key={shop.id}
              type="button"
              className="choice"
              aria-pressed={shop.id === day.shop?.id}
              onClick={() => {
                setOpen(false);
                choose(shop.id);
              }}
            >
              {shop.name}
            </button>
          ))}
        </Sheet>
      )}
    </>
  );
}

function Figures({ day }: { day: ShopDay }) {
  const { t } = useTranslation();
  const open = day.guides.reduce((sum, guide) => sum + guide.open, 0);
  const done = day.guides.reduce((sum, guide) => sum + guide.done, 0);
  return (
    <dl className="card figures">
      <Figure name={t('shop.newcomers')} value={day.newFriendCount} />
      <Figure name={t('shop.done')} value={done} />
      <Figure name={t('shop.open')} value={open} />
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { api, ask, usePages } from '@tilth/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fetchAlerts } from '../../data/alerts';
import { called } from '../../data/customers';
import { AlertRow } from '../../parts/AlertRow';
import { Bar } from '../../parts/Bar';
import { Bell } from '../../parts/Bell';
import { Face } from '../../parts/Face';
import { Grade } from '../../parts/Grade';
import { Rows } from '../../parts/Rows';
import { Colleague } from './Colleague';

/** How the shop's day goes: who came, which alerts wait, who is hot and untouched, and who is here. */
export function ShopPage() {
  const { t } = useTranslation();
  return (
    <main>
      <Bar title={t('tabs.shop')} actions={<Bell />} />
      <Day />
      <Alerts />
      <Hot />
    </main>
  );
}

function Day() {
  const { t } = useTranslation();
  const [who, setWho] = useState<{ id: string; name: string } | null>(null);
  const { data } = useQuery({
    queryKey: ['customers', 'overview'],
    queryFn: () => ask(api.GET('/api/v1/overview', { params: { query: { period: 'TODAY' } } })),
  });
  const ranking = useQuery({
    queryKey: ['customers', 'overview', 'ranking'],
    queryFn: () =>
      ask(
        api.GET('/api/v1/overview/ranking', {
          params: { query: { period: 'TODAY', by: 'NEWCOMERS', of: 'MEMBERS' } },
        }),
      ),
  }).data?.rows;
  if (!data) {
    return null;
  }
  return (
    <>
      <dl className="card figures">
        <Figure name={t('shop.newcomers')} value={data.newcomers.now} />
        <Figure name={t('shop.lost')} value={data.lost.now} />
        <Figure name={t('shop.customers')} value={data.customers} />
      </dl>
      {ranking && ranking.length > 0 && (
        <>
          <h2 className="section-title">{t('shop.colleagues')}</h2>
          <ul className="card card-list">
            {ranking.map((member) => (
              <li key={member.id}>
                <button type="button" className="row" onClick={() => setWho(member)}>
                  <Face small name={member.name} />
                  <b className="row-text cut">{member.name}</b>
                  <span className="row-end">{t('shop.brought', { count: member.change.now })}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {who && <Colleague member={who} close={() => setWho(null)} />}
    </>
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

function Alerts() {
  const { t } = useTranslation();
  const pages = usePages(['alerts', 'shop'], fetchAlerts('OPEN', false));
  return (
    <>
      <h2 className="section-title">{t('shop.alerts')}</h2>
      <Rows pages={pages} none={<p className="card quiet">{t('shop.noAlerts')}</p>}>
        {(alert) => <AlertRow key={alert.id} alert={alert} member />}
      </Rows>
    </>
  );
}

/** Something happened, and nobody has turned to them since. */
function Hot() {
  const { t } = useTranslation();
  const pages = usePages(['customers', 'hot'], (cursor) =>
    ask(
      api.GET('/api/v1/customers', { params: { query: { grade: 'HIGH', chip: 'TODO', ...(cursor && { cursor }) } } }),
    ),
  );
  return (
    <>
      <h2 className="section-title">{t('shop.hot')}</h2>
      <Rows pages={pages} none={<p className="card quiet">{t('shop.noHot')}</p>}>
        {(customer) => (
          <li key={customer.id}>
            <Link className="row" to={`/w/customers/${customer.id}`}>
              <Face name={called(customer)} />
              <span className="row-text">
                <span className="row-head">
                  <b className="cut">{called(customer)}</b>
                  <Grade grade={customer.grade} score={customer.score} />
                </span>
                <span className="quiet small row-line cut">
                  {customer.followers.map((follower) => follower.member.name).join(t('ui.and'))}
                </span>
              </span>
            </Link>
          </li>
        )}
      </Rows>
    </>
  );
}

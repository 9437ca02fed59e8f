import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, useMay } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { later, type ShopDay } from '../../data/contract';
import { Bar } from '../../parts/Bar';
import { Bell } from '../../parts/Bell';
import { Face } from '../../parts/Face';
import { Grade } from '../../parts/Grade';
import { useHint } from '../../parts/Hints';
import { sentenceOf, Trouble, Waiting } from '../../parts/states';

const KEY = ['shop-days'];

/** How the shop's day goes: who came, what waits, who is done. */
export function ShopPage() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: KEY, queryFn: () => later<ShopDay>('GET', '/api/v1/shop-days') });
  const day = query.data;
  return (
    <main>
      <Bar title={t('tabs.shop')} note={day?.shop} actions={<Bell />} />
      {query.isPending && <Waiting />}
      {query.error && !day && <Trouble problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {day && <Shown day={day} />}
    </main>
  );
}

function Shown({ day }: { day: ShopDay }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="card figures">
        <Figure name={t('shop.newFriends')} value={day.newFriends} />
        <Figure name={t('shop.hot')} value={day.untouchedHot.length} act />
      </dl>
      {day.untouchedHot.length > 0 && (
        <>
          <h2 className="section-title">{t('shop.hotTitle')}</h2>
          <ul className="card card-list">
            {day.untouchedHot.map((customer) => (
              <li key={customer.id}>
                <Link className="row" to={`/w/customers/${customer.id}`}>
                  <Face name={customer.name} picture={customer.avatar} />
                  <b className="row-text cut">{customer.name}</b>
                  <Grade grade={customer.grade} score={customer.score} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="section-title">{t('shop.guides')}</h2>
      <ul className="card card-list">
        {day.guides.map((guide) => (
          <Guide key={guide.member.id} guide={guide} />
        ))}
      </ul>
    </>
  );
}

function Figure({ name, value, act = false }: { name: string; value: number; act?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={act && value > 0 ? 'number figure-act' : 'number'}>{value}</dd>
    </div>
  );
}

function Guide({ guide }: { guide: ShopDay['guides'][number] }) {
  const { t } = useTranslation();
  const may = useMay();
  const hint = useHint();
  const queries = useQueryClient();
  const rest = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/members/{id}/rest', {
          params: { path: { id: guide.member.id } },
          body: { resting: !guide.resting },
        }),
      ),
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <li className="row">
      <Face small name={guide.member.name} />
      <div className="row-text">
        <b>{guide.member.name}</b>
        <p className="quiet small">{t('shop.doneOpen', { done: guide.done, open: guide.open })}</p>
      </div>
      {may('member:write') ? (
        <button
          type="button"
          className="button"
          aria-pressed={guide.resting}
          disabled={rest.isPending}
          onClick={() => rest.mutate()}
        >
          {t(guide.resting ? 'shop.resting' : 'shop.rest')}
        </button>
      ) : (
        guide.resting && <span className="pill">{t('shop.resting')}</span>
      )}
    </li>
  );
}

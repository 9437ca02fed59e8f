import { useQuery } from '@tanstack/react-query';
import { api, ask, type Customer, problemOf } from '@tilth/api';
import { Facts, Failed, MemberName, Moment, Section, SidePanel, Skeleton, Tag } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerOrigin } from './CustomersPage';
import { Timeline } from './Timeline';

type Follow = Customer['followers'][number];

/** One customer: who they are, whose they are, what happened. */
export function CustomerPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['customers', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
  });
  const customer = query.data;
  if (!customer) {
    return (
      <SidePanel title={t('customers.one')} onClose={onClose}>
        {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : <Skeleton />}
      </SidePanel>
    );
  }
  return (
    <SidePanel title={customer.name} subtitle={<CustomerOrigin customer={customer} />} onClose={onClose}>
      <Section title={t('customers.facts')}>
        <CustomerFacts customer={customer} />
      </Section>
      <Section
        title={t('customers.follows')}
        {...(customer.others > 0 ? { lede: t('customers.hidden', { count: customer.others }) } : {})}
      >
        <ul className="rows rows-plain">
          {customer.followers.map((follow) => (
            <li key={follow.id}>
              <FollowCard follow={follow} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('customers.timeline')}>
        <Timeline id={customer.id} />
      </Section>
    </SidePanel>
  );
}

function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const rows: [string, ReactNode][] = [
    [t('customers.addedAt'), <Moment key="added" at={customer.addedAt} />],
    [t('customers.kind'), t(customer.existing ? 'customers.existing' : 'customers.fresh')],
  ];
  if (customer.lostAt) {
    rows.push([t('customers.lostAt'), <Moment key="lost" at={customer.lostAt} />]);
  }
  if (customer.tags.length > 0) {
    rows.push([
      t('customers.tags'),
      <span key="tags" className="tag-row">
        {customer.tags.map((tag) => (
          <Tag key={tag.id}>{tag.name}</Tag>
        ))}
      </span>,
    ]);
  }
  return <Facts rows={rows} />;
}

function FollowCard({ follow }: { follow: Follow }) {
  const { t, i18n } = useTranslation();
  const way = `customers.way.${follow.addWay}`;
  return (
    <div className="stack follow">
      <p>
        <strong>
          <MemberName member={follow.member} />
        </strong>{' '}
        <FollowState follow={follow} />
      </p>
      {follow.remark ? <p>{follow.remark}</p> : null}
      {follow.description ? <p className="quiet">{follow.description}</p> : null}
      {follow.mobiles.length > 0 ? <p className="mono">{follow.mobiles.join(' · ')}</p> : null}
      <p className="quiet small">
        {i18n.exists(way) ? t(way) : t('customers.way.0')}
        {follow.since ? (
          <>
            {' '}
            · <Moment at={follow.since} />
          </>
        ) : null}
        {follow.endedAt ? (
          <>
            {' '}
            – <Moment at={follow.endedAt} />
          </>
        ) : null}
      </p>
    </div>
  );
}

function FollowState({ follow }: { follow: Follow }) {
  const { t, i18n } = useTranslation();
  if (follow.endedAt) {
    const key = `customers.reason.${follow.state}`;
    return <Tag>{i18n.exists(key) ? t(key) : t('customers.happened.follow_ended')}</Tag>;
  }
  return follow.half ? <Tag>{t('customers.half')}</Tag> : null;
}

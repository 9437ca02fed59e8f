import { useQuery } from '@tanstack/react-query';
import { api, ask, type CustomerDetail, problemOf } from '@tilth/api';
import { Facts, Failed, MemberName, Moment, Section, SidePanel, Skeleton, Tag } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerOrigin } from './CustomersPage';
import { Timeline } from './Timeline';

type Follow = CustomerDetail['follows'][number];

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
        {...(customer.hiddenFollows > 0 ? { lede: t('customers.hidden', { count: customer.hiddenFollows }) } : {})}
      >
        <ul className="rows rows-plain">
          {customer.follows.map((follow) => (
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

function CustomerFacts({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation();
  const rows: [string, ReactNode][] = [
    [t('customers.addedAt'), <Moment key="added" at={customer.addedAt} />],
    [t('customers.kind'), t(customer.existing ? 'customers.existing' : 'customers.fresh')],
  ];
  if (customer.gender !== 'UNKNOWN') {
    rows.push([t('customers.gender'), t(`customers.genders.${customer.gender}`)]);
  }
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
        {follow.state === 'ADDED' ? null : <Tag>{t(`customers.follow.${follow.state}`)}</Tag>}
      </p>
      {follow.remark ? <p>{follow.remark}</p> : null}
      {follow.description ? <p className="quiet">{follow.description}</p> : null}
      {follow.phones.length > 0 ? <p className="mono">{follow.phones.join(' · ')}</p> : null}
      {follow.tags.length > 0 ? (
        <p className="tag-row">
          {follow.tags.map((tag) => (
            <Tag key={tag.id}>{tag.name}</Tag>
          ))}
        </p>
      ) : null}
      <p className="quiet small">
        {i18n.exists(way) ? t(way) : t('customers.way.0')} · <Moment at={follow.since} />
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

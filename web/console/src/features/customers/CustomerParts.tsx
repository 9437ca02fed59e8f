import type { Customer } from '@tilth/api';
import { Facts, MemberName, Moment, Section, Tag } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietSwitch } from './QuietSwitch';
import { StageSelect } from './StageSelect';

type Follow = Customer['followers'][number];

export function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const rows: [string, ReactNode][] = [
    [t('customers.stage'), <StageSelect key="stage" customer={customer} />],
    [t('customers.channel'), customer.channel?.name ?? t('customers.channelNone')],
    [t('customers.addedAt'), <Moment key="added" at={customer.addedAt} />],
    [t('customers.quiet'), <QuietSwitch key="quiet" id={customer.id} />],
    [t('customers.kind'), t(customer.existing ? 'customers.existing' : 'customers.fresh')],
  ];
  if (customer.readAt) {
    rows.push([t('customers.readAt'), <Moment key="read" at={customer.readAt} />]);
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

export function CustomerFollows({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  return (
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
  );
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

import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { Failed, Section, SidePanel, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CustomerFacts, CustomerFollows } from './CustomerParts';
import { CustomerOrigin } from './CustomersPage';
import { customerQuery } from './queries';
import { Readings } from './Readings';
import { ScoreLines } from './Score';
import { Timeline } from './Timeline';

/** One customer beside the list: who they are, whose they are, what happened. */
export function CustomerPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(customerQuery(id));
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
      <p>
        <Link to={`/console/customers/${customer.id}`}>{t('customers.openPage')}</Link>
      </p>
      <Section title={t('customers.facts')}>
        <CustomerFacts customer={customer} />
      </Section>
      <Section title={t('customers.score')}>
        <ScoreLines id={customer.id} />
      </Section>
      <Readings customer={customer} />
      <CustomerFollows customer={customer} />
      <Section title={t('customers.timeline')}>
        <Timeline id={customer.id} />
      </Section>
    </SidePanel>
  );
}

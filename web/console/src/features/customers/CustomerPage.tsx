import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { Failed, Page, Section, Skeleton, Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CustomerFacts, CustomerFollows } from './CustomerParts';
import { CustomerOrigin } from './CustomersPage';
import { customerQuery } from './queries';
import { Readings } from './Readings';
import { ScoreLines } from './Score';
import { Timeline } from './Timeline';
import './customers.css';

/** 客户详情: all there is about one customer, what happened in the middle. */
export function CustomerPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(customerQuery(id));
  const customer = query.data;
  if (!customer) {
    return (
      <Page wide title={t('customers.one')}>
        {query.error ? (
          <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  }
  return (
    <Page
      wide
      title={customer.name}
      lede={
        <>
          <CustomerOrigin customer={customer} />
          {customer.lostAt ? <Tag tone="clay">{t('customers.states.LOST')}</Tag> : null}{' '}
          {customer.handover ? <Tag tone="clay">{t('customers.handing')}</Tag> : null}{' '}
          <Link to="/console/customers">{t('customers.backToList')}</Link>
        </>
      }
    >
      <div className="customer-page">
        <div className="customer-side">
          <Section title={t('customers.score')} lede={t('customers.scoreLede')}>
            <ScoreLines id={customer.id} />
          </Section>
          <Readings customer={customer} />
          <Section title={t('customers.facts')}>
            <CustomerFacts customer={customer} />
          </Section>
          <CustomerFollows customer={customer} />
        </div>
        <Section title={t('customers.timeline')}>
          <Timeline id={customer.id} />
        </Section>
      </div>
    </Page>
  );
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask, type Company, problemOf, useMay } from '@tilth/api';
import { Facts, Failed, Moment, Page, Section, Skeleton } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseCompany } from './CloseCompany';
import { CompanyForm } from './CompanyForm';

export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: () => ask(api.GET('/api/v1/company')),
});

function CompanyFacts({ company }: { company: Company }) {
  const { t } = useTranslation();
  return (
    <Facts
      rows={[
        [t('company.name'), company.name],
        [t('company.trade'), t(`trade.name.${company.trade}`)],
        [t('company.timeZone'), company.timeZone],
      ]}
    />
  );
}

/** The exports list comes from its own feature and is put in by the room. */
export function CompanyPage({ exports }: { exports: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const company = useQuery(companyQuery);
  return (
    <Page title={t('company.title')} lede={t('company.lede')}>
      {company.error && !company.data ? (
        <Failed problem={problemOf(company.error)} retry={() => void company.refetch()} />
      ) : company.data ? (
        <>
          <Section
            title={t('company.basics')}
            lede={
              <>
                {t(`company.plan.${company.data.plan}`)}
                {' · '}
                {t('company.validUntil')} <Moment at={company.data.validUntil} as="date" />
              </>
            }
          >
            {may('company:write') ? <CompanyForm company={company.data} /> : <CompanyFacts company={company.data} />}
          </Section>
          {may('company:export') ? (
            <Section title={t('company.export')} lede={t('company.exportLede')}>
              {exports}
            </Section>
          ) : null}
          {may('company:close') ? <CloseCompany company={company.data} /> : null}
        </>
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

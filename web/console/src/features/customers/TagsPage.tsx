import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { Count, Empty, Failed, Page, Section, Skeleton } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tagGroupsQuery } from './queries';
import './customers.css';

/** The company's tags as WeCom has them; changed there, seen here. */
export function TagsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const groups = useQuery(tagGroupsQuery);
  return (
    <Page wide title={t('customers.tagsTitle')} lede={t('customers.tagsLede')}>
      {tabs}
      {groups.data ? (
        groups.data.length > 0 ? (
          groups.data.map((group) => (
            <Section key={group.id} title={group.name}>
              <ul className="tag-list">
                {group.tags.map((tag) => (
                  <li key={tag.id}>
                    <Link className="chip tag-chip" to={`/console/customers?tag=${tag.id}`}>
                      {tag.name}{' '}
                      <span className="quiet small">
                        <Count of={tag.customers} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          ))
        ) : (
          <Empty title={t('customers.tagsNone')}>{t('customers.tagsNoneHelp')}</Empty>
        )
      ) : groups.error ? (
        <Failed problem={problemOf(groups.error)} retry={() => void groups.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

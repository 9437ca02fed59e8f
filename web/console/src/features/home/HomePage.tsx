import { useMay, useSession } from '@tilth/api';
import { Page, Section } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstSteps } from './FirstSteps';
import { FirstWalk } from './FirstWalk';

/** Calm and true: what is set up, what comes next, what happened lately. */
export function HomePage({ recent }: { recent: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const { account, place } = useSession();
  return (
    <Page title={t(`home.hello.${partOfDay(place.timeZone)}`, { name: account.name })} lede={t('home.lede')}>
      {may('overview:read') ? <FirstWalk /> : null}
      <FirstSteps />
      {may('audit:read') ? (
        <Section title={t('home.recent')} lede={t('home.recentLede')}>
          {recent}
        </Section>
      ) : null}
    </Page>
  );
}

function partOfDay(zone: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format());
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
}

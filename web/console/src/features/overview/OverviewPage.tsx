import { useQuery } from '@tanstack/react-query';
import { api, ask, type GrowthOverview, problemOf } from '@tilth/api';
import { Chips, Failed, Page, Skeleton, Split, useAddress } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { FunnelSection } from './FunnelSection';
import { NO_CHANNEL, type Of, openedOf, PERIODS, periodOf, type Show } from './figures';
import { Growth } from './Growth';
import './overview.css';
import { RankingSection } from './RankingSection';
import { RowsPanel } from './RowsPanel';

/** 数据概览: how the company does, and who is behind each figure. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const period = periodOf(get('period'));
  const figure = openedOf(get('figure'));
  const of = { shop: get('shop'), member: get('member'), channel: get('channel') };
  const query = useQuery({
    queryKey: ['overview', period],
    queryFn: () => ask(api.GET('/api/v1/overview', { params: { query: { period } } })),
  });
  const show: Show = (name, { shop, member, channel } = {}) =>
    set({ figure: name, shop: shop ?? null, member: member ?? null, channel: channel ?? null });
  return (
    <Page wide title={t('overview.title')} lede={t('overview.lede')}>
      <Chips
        label={t('overview.periods')}
        value={period}
        options={PERIODS.map((value) => ({ value, label: t(`overview.period.${value}`) }))}
        onChange={(value) => set({ period: value ?? period })}
      />
      <Split
        panel={
          figure ? (
            <RowsPanel
              key={`${figure} ${period} ${of.shop} ${of.member} ${of.channel}`}
              figure={figure}
              period={period}
              of={of}
              whose={whose(query.data, of, t('overview.noChannel'))}
              onSwitch={(name) => set({ figure: name })}
              onClose={() => set({ figure: null, shop: null, member: null, channel: null })}
            />
          ) : null
        }
      >
        {query.data ? (
          <Growth overview={query.data} byHour={period === 'TODAY'} onShow={show} />
        ) : query.error ? (
          <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={10} />
        )}
        <FunnelSection period={period} onShow={show} />
        <RankingSection period={period} onShow={show} />
      </Split>
    </Page>
  );
}

function whose(overview: GrowthOverview | undefined, of: Of, noChannel: string): string {
  if (of.channel === NO_CHANNEL) {
    return noChannel;
  }
  const rows = of.channel ? overview?.channels : of.shop ? overview?.shops : [];
  return rows?.find((row) => row.id === (of.channel || of.shop))?.name ?? '';
}

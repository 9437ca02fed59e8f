import { useQuery } from '@tanstack/react-query';
import { api, ask, type GrowthOverview, problemOf } from '@tilth/api';
import { Chips, counted, Empty, Failed, Moment, Page, Section, Skeleton, Split, useAddress } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Bars } from './Bars';
import { type FigureName, figureOf, PERIODS, periodOf } from './figures';
import { GrowthChart } from './GrowthChart';
import './overview.css';
import { RowsPanel } from './RowsPanel';

/** 数据概览: how the company does, and who is behind each figure. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const period = periodOf(get('period'));
  const figure = figureOf(get('figure'));
  const query = useQuery({
    queryKey: ['overview', period],
    queryFn: () => ask(api.GET('/api/v1/overview', { params: { query: { period } } })),
  });
  const show = (name: FigureName, shop = '', member = '') =>
    set({ figure: name, shop: shop || null, member: member || null });
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
              key={`${figure} ${period} ${get('shop')} ${get('member')}`}
              figure={figure}
              period={period}
              shop={get('shop')}
              member={get('member')}
              onClose={() => set({ figure: null, shop: null, member: null })}
            />
          ) : null
        }
      >
        {query.data ? (
          <Figures overview={query.data} byHour={period === 'TODAY'} onShow={show} />
        ) : query.error ? (
          <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={10} />
        )}
      </Split>
    </Page>
  );
}

interface FiguresProps {
  overview: GrowthOverview;
  byHour: boolean;
  onShow: (figure: FigureName, shop?: string, member?: string) => void;
}

function Figures({ overview, byHour, onShow }: FiguresProps) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="figures">
        <Figure
          name={t('overview.newcomers')}
          change={overview.newcomers}
          comparable={overview.comparable}
          onOpen={() => onShow('NEWCOMERS')}
        />
        <Figure
          name={t('overview.lost')}
          change={overview.lost}
          comparable={overview.comparable}
          onOpen={() => onShow('LOST')}
        />
        <Figure name={t('overview.net')} change={overview.net} comparable={overview.comparable} />
        <Figure name={t('overview.customers')} value={overview.customers} />
        <Figure name={t('overview.friendships')} value={overview.friendships} />
      </ul>
      <p className="quiet small">
        {t('overview.asOf')} <Moment at={overview.at} /> · {t('overview.meaning')}
      </p>
      <GrowthChart overview={overview} byHour={byHour} />
      <div className="columns">
        <Section title={t('overview.shops')}>
          {overview.shops.length > 0 ? (
            <Bars
              comparable={overview.comparable}
              rows={overview.shops.map((one) => ({ ...one, change: one.newcomers }))}
              onPick={(shop) => onShow('NEWCOMERS', shop)}
            />
          ) : (
            <Empty title={t('overview.noShops')}>{t('overview.noShopsHelp')}</Empty>
          )}
        </Section>
        <Section title={t('overview.ranking')}>
          {overview.ranking.length > 0 ? (
            <Bars
              comparable={overview.comparable}
              rows={overview.ranking.map((one) => ({ ...one, change: one.newcomers }))}
              onPick={(member) => onShow('NEWCOMERS', '', member)}
            />
          ) : (
            <Empty title={t('overview.noRanking')} />
          )}
        </Section>
      </div>
    </>
  );
}

interface FigureProps {
  name: string;
  change?: GrowthOverview['newcomers'];
  comparable?: boolean;
  value?: number;
  onOpen?: () => void;
}

function Figure({ name, change, comparable, value, onOpen }: FigureProps) {
  const { t, i18n } = useTranslation();
  const now = counted(change?.now ?? value ?? 0, i18n.language);
  return (
    <li>
      <span className="quiet small">{name}</span>
      {onOpen ? (
        <button type="button" className="figure-now figure-opens" onClick={onOpen} aria-label={`${name} ${now}`}>
          {now}
        </button>
      ) : (
        <span className="figure-now">{now}</span>
      )}
      <span className="quiet small">
        {change && comparable ? t('overview.was', { before: counted(change.before, i18n.language) }) : ' '}
      </span>
    </li>
  );
}

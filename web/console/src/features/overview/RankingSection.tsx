import { useQuery } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { Chips, Empty, Failed, Section, Skeleton, useAddress } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Bars } from './Bars';
import { type PeriodName, RANKED, RANKINGS, rankedOf, rankingOf, type Show } from './figures';

interface Props {
  period: PeriodName;
  onShow: Show;
}

/** 员工排行, or by shop: by whatever somebody wants to look at. */
export function RankingSection({ period, onShow }: Props) {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const by = rankingOf(get('by'));
  const of = rankedOf(get('of'));
  const query = useQuery({
    queryKey: ['overview', 'ranking', period, by, of],
    queryFn: () => ask(api.GET('/api/v1/overview/ranking', { params: { query: { period, by, of } } })),
  });
  return (
    <Section title={t(`overview.ranking.${of}`)} lede={t(`overview.rankedBy.${by}`)}>
      <div className="ranking-choices">
        <Chips
          label={t('overview.rankingBy')}
          value={by}
          options={RANKINGS.map((value) => ({ value, label: t(`overview.rankingName.${value}`) }))}
          onChange={(value) => set({ by: value ?? by })}
        />
        <Chips
          label={t('overview.rankingOf')}
          value={of}
          options={RANKED.map((value) => ({ value, label: t(`overview.ranked.${value}`) }))}
          onChange={(value) => set({ of: value ?? of })}
        />
      </div>
      {query.data ? (
        query.data.rows.length > 0 ? (
          <Bars
            comparable={query.data.comparable}
            rows={query.data.rows}
            onPick={(id) => onShow(by, of === 'SHOPS' ? { shop: id } : { member: id })}
          />
        ) : (
          <Empty title={t('overview.noRanking')} />
        )
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { api, ask, type FunnelOverview, problemOf } from '@tilth/api';
import { counted, Empty, Failed, Section, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { DealRate } from './DealRate';
import { type PeriodName, rate, type Show } from './figures';

const STEPS = ['SHARED', 'OPENED', 'READ', 'CONTACTED'] as const;
type Step = (typeof STEPS)[number];

interface Props {
  period: PeriodName;
  onShow: Show;
}

/** 分享 → 打开 → 读 → 已联系, and what of the deal rate is known by it. */
export function FunnelSection({ period, onShow }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['overview', 'funnel', period],
    queryFn: () => ask(api.GET('/api/v1/overview/funnel', { params: { query: { period } } })),
  });
  if (!query.data) {
    return (
      <Section title={t('overview.funnel')}>
        {query.error ? (
          <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={5} />
        )}
      </Section>
    );
  }
  return (
    <div className="columns columns-uneven">
      <Funnel funnel={query.data} onShow={onShow} />
      <DealRate funnel={query.data} onShow={onShow} />
    </div>
  );
}

function Funnel({ funnel, onShow }: { funnel: FunnelOverview; onShow: Show }) {
  const { t, i18n } = useTranslation();
  const count = (number: number) => counted(number, i18n.language);
  if (funnel.shared.now === 0) {
    return (
      <Section title={t('overview.funnel')}>
        <Empty title={t('overview.noShares')}>{t('overview.noSharesHelp')}</Empty>
      </Section>
    );
  }
  const title = t('overview.funnelTitle', {
    shared: count(funnel.shared.now),
    opened: rate(funnel.opened.now, funnel.shared.now, i18n.language),
    contacted: rate(funnel.contacted.now, funnel.shared.now, i18n.language),
  });
  return (
    <Section title={title} lede={t('overview.funnelLede')}>
      <ol className="funnel">
        {STEPS.map((step, index) => (
          <Bar
            key={step}
            funnel={funnel}
            step={step}
            before={index > 0 ? STEPS[index - 1] : undefined}
            onShow={onShow}
          />
        ))}
      </ol>
      <p className="quiet small">{t('overview.readMeans')}</p>
      <p className="quiet small">{t('overview.contactedMeans')}</p>
      {funnel.comparable ? <p className="quiet small">{t('overview.funnelBefore')}</p> : null}
    </Section>
  );
}

interface BarProps {
  funnel: FunnelOverview;
  step: Step;
  before: Step | undefined;
  onShow: Show;
}

/** As long as it is a part of all shares; behind it, paler, the same of the period before. */
function Bar({ funnel, step, before, onShow }: BarProps) {
  const { t, i18n } = useTranslation();
  const { now, before: then } = of(funnel, step);
  const count = (number: number) => counted(number, i18n.language);
  const part = before ? rate(now, of(funnel, before).now, i18n.language) : '';
  const name = t(`overview.step.${step}`);
  return (
    <li>
      {before ? (
        <span className="funnel-rate quiet small">
          ↓ {t('overview.ofThem', { rate: part, step: t(`overview.step.${before}`) })}
        </span>
      ) : null}
      <button
        type="button"
        className="funnel-step"
        onClick={() => onShow(step)}
        aria-label={[name, count(now), part].join(' ')}
      >
        <span className="funnel-name">{name}</span>
        <span className="funnel-track" aria-hidden="true">
          {funnel.comparable ? <span className="funnel-before" style={{ width: width(then, funnel) }} /> : null}
          <span className="funnel-now" style={{ width: width(now, funnel) }} />
        </span>
        <span className="ranked-figure">
          {count(now)}
          {funnel.comparable ? (
            <span className="quiet small"> {t('overview.was', { before: count(then) })}</span>
          ) : null}
        </span>
      </button>
    </li>
  );
}

function width(part: number, funnel: FunnelOverview): string {
  const most = Math.max(1, funnel.shared.now, funnel.comparable ? funnel.shared.before : 0);
  return `${(100 * part) / most}%`;
}

function of(funnel: FunnelOverview, step: Step): FunnelOverview['shared'] {
  switch (step) {
    case 'SHARED':
      return funnel.shared;
    case 'OPENED':
      return funnel.opened;
    case 'READ':
      return funnel.read;
    case 'CONTACTED':
      return funnel.contacted;
  }
}

import type { GrowthOverview } from '@tilth/api';
import { counted, Empty, Moment, Section } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { NO_CHANNEL, type Show } from './figures';
import { GrowthChart } from './GrowthChart';
import { GrowthTable } from './GrowthTable';

interface Props {
  overview: GrowthOverview;
  byHour: boolean;
  onShow: Show;
}

/** Who came, who went and who stays: altogether, day by day, by channel and by shop. */
export function Growth({ overview, byHour, onShow }: Props) {
  const { t } = useTranslation();
  const { comparable } = overview;
  return (
    <>
      <ul className="figures">
        <Figure
          name={t('overview.newcomers')}
          change={overview.newcomers}
          comparable={comparable}
          onOpen={() => onShow('NEWCOMERS')}
        />
        <Figure
          name={t('overview.lost')}
          change={overview.lost}
          comparable={comparable}
          onOpen={() => onShow('LOST')}
        />
        <Figure name={t('overview.net')} change={overview.net} comparable={comparable} onOpen={() => onShow('NET')} />
        <Figure name={t('overview.customers')} value={overview.customers} onOpen={() => onShow('FRIENDS')} />
        <Figure name={t('overview.friendships')} value={overview.friendships} onOpen={() => onShow('FRIENDSHIPS')} />
      </ul>
      <p className="quiet small">
        {t('overview.asOf')} <Moment at={overview.at} /> · {t('overview.meaning')}
      </p>
      <GrowthChart overview={overview} byHour={byHour} />
      <div className="columns">
        <Section title={t('overview.channels')} lede={t('overview.channelsLede')}>
          {overview.channels.length > 0 ? (
            <GrowthTable
              label={t('overview.channels')}
              first={t('overview.channel')}
              comparable={comparable}
              rows={overview.channels.map((one) => ({
                ...one,
                id: one.id ?? NO_CHANNEL,
                name: one.id ? one.name : t('overview.noChannel'),
              }))}
              onShow={(figure, channel) => onShow(figure, { channel })}
            />
          ) : (
            <Empty title={t('overview.noChannels')}>{t('overview.noChannelsHelp')}</Empty>
          )}
        </Section>
        <Section title={t('overview.shops')} lede={t('overview.shopsLede')}>
          {overview.shops.length > 0 ? (
            <GrowthTable
              label={t('overview.shops')}
              first={t('overview.shop')}
              comparable={comparable}
              rows={overview.shops.map((one) => ({ ...one, depth: 0 }))}
              onShow={(figure, shop) => onShow(figure, { shop })}
            />
          ) : (
            <Empty title={t('overview.noShops')}>{t('overview.noShopsHelp')}</Empty>
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
  onOpen: () => void;
}

function Figure({ name, change, comparable, value, onOpen }: FigureProps) {
  const { t, i18n } = useTranslation();
  const now = counted(change?.now ?? value ?? 0, i18n.language);
  return (
    <li>
      <span className="quiet small">{name}</span>
      <button type="button" className="figure-now figure-opens" onClick={onOpen} aria-label={`${name} ${now}`}>
        {now}
      </button>
      <span className="quiet small">
        {change && comparable ? t('overview.was', { before: counted(change.before, i18n.language) }) : ' '}
      </span>
    </li>
  );
}

import { api, ask, type ListedFigure, usePages } from '@tilth/api';
import { Chips, type Column, DataTable, Empty, MemberName, Moment, SidePanel } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NO_CHANNEL, type Of, type Opened, openedOf, type PeriodName } from './figures';

const OF_NOW: Opened[] = ['FRIENDS', 'FRIENDSHIPS'];
const OF_SHARES: Opened[] = ['SHARED', 'OPENED', 'READ', 'CONTACTED'];
const SIDES = ['NEWCOMERS', 'LOST'] as const;

interface Props {
  figure: Opened;
  period: PeriodName;
  of: Of;
  /** Of which shop or channel; empty for all. */
  whose: string;
  onSwitch: (figure: Opened) => void;
  onClose: () => void;
}

/** The very rows that a figure counts. */
export function RowsPanel({ figure, period, of, whose, onSwitch, onClose }: Props) {
  const { t } = useTranslation();
  const listed = figure === 'NET' ? 'NEWCOMERS' : figure;
  const { shop, member, channel } = of;
  const pages = usePages(['overview', 'rows', listed, period, shop, member, channel], (cursor) =>
    ask(
      api.GET('/api/v1/overview/rows', {
        params: {
          query: {
            figure: listed,
            period,
            shop: shop || undefined,
            member: member || undefined,
            channel: channel && channel !== NO_CHANNEL ? channel : undefined,
            withoutChannel: channel === NO_CHANNEL || undefined,
            cursor,
          },
        },
      }),
    ),
  );
  const columns: Column<ListedFigure>[] = [
    {
      key: 'customer',
      title: t('overview.customer'),
      render: (row) => <Who row={row} />,
    },
    {
      key: 'member',
      title: t('overview.member'),
      render: (row) => (
        <span className="rows-whole">
          <MemberName member={{ id: row.member, name: row.memberName }} />
        </span>
      ),
    },
    {
      key: 'at',
      title: t(OF_SHARES.includes(figure) ? 'overview.sentAt' : 'overview.at'),
      render: (row) => (
        <span className="rows-whole">
          <Moment at={row.at} />
        </span>
      ),
    },
  ];
  const when = OF_NOW.includes(figure) ? t('overview.now') : t(`overview.period.${period}`);
  const sides = figure === 'NET' || SIDES.some((side) => side === figure);
  return (
    <SidePanel title={t(`overview.figure.${figure}`)} subtitle={whose ? `${whose} · ${when}` : when} onClose={onClose}>
      {sides ? (
        <Chips
          label={t('overview.figure.NET')}
          value={listed}
          options={SIDES.map((value) => ({ value, label: t(`overview.figure.${value}`) }))}
          onChange={(value) => onSwitch(openedOf(value ?? listed) ?? listed)}
        />
      ) : null}
      <DataTable<ListedFigure>
        label={t(`overview.figure.${figure}`)}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        empty={<Empty title={t('overview.noRows')} />}
      />
    </SidePanel>
  );
}

function Who({ row }: { row: ListedFigure }) {
  const { t } = useTranslation();
  return (
    <>
      {row.customer ? (
        <Link to={`/console/customers?open=${row.customer}`}>{row.customerName || t('overview.noName')}</Link>
      ) : (
        t('overview.nobody')
      )}
      {row.material === null ? null : (
        <span className="rows-material quiet small" title={row.material}>
          {row.material || t('overview.materialGone')}
        </span>
      )}
    </>
  );
}

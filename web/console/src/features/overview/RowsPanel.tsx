import { api, ask, type ListedFigure, usePages } from '@tilth/api';
import { type Column, DataTable, Empty, MemberName, Moment, SidePanel } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FigureName, PeriodName } from './figures';

interface Props {
  figure: FigureName;
  period: PeriodName;
  shop: string;
  member: string;
  onClose: () => void;
}

/** The very rows that a figure counts. */
export function RowsPanel({ figure, period, shop, member, onClose }: Props) {
  const { t } = useTranslation();
  const pages = usePages(['overview', 'rows', figure, period, shop, member], (cursor) =>
    ask(
      api.GET('/api/v1/overview/rows', {
        params: { query: { figure, period, shop: shop || undefined, member: member || undefined, cursor } },
      }),
    ),
  );
  const columns: Column<ListedFigure>[] = [
    {
      key: 'customer',
      title: t('overview.customer'),
      render: (row) =>
        row.customer ? (
          <Link to={`/console/customers?open=${row.customer}`}>{row.customerName || t('overview.noName')}</Link>
        ) : (
          t('overview.nobody')
        ),
    },
    {
      key: 'member',
      title: t('overview.member'),
      render: (row) => <MemberName member={{ id: row.member, name: row.memberName }} />,
    },
    { key: 'at', title: t('overview.at'), render: (row) => <Moment at={row.at} /> },
  ];
  return (
    <SidePanel title={t(`overview.figure.${figure}`)} subtitle={t(`overview.period.${period}`)} onClose={onClose}>
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

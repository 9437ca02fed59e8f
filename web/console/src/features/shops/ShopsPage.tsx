import { api, ask, type Shop, useMay, usePages } from '@tilth/api';
import {
  type Column,
  Count,
  DataTable,
  Empty,
  MemberName,
  Page,
  PlusIcon,
  SearchField,
  Split,
  useAddress,
} from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ShopPanel } from './ShopPanel';

/** Where customers go: each shop with its code, its place and who runs it. */
export function ShopsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const [q, open] = [get('q'), get('open')];
  const pages = usePages(['shops', 'list', q], (cursor) =>
    ask(api.GET('/api/v1/shops', { params: { query: { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) } } })),
  );
  const chosen = pages.rows.find((shop) => shop.id === open);
  const close = () => set({ open: null });
  const begin = may('shop:write') ? (
    <Button type="primary" icon={<PlusIcon />} onClick={() => set({ open: 'new' })}>
      {t('shops.new')}
    </Button>
  ) : null;
  return (
    <Page wide title={t('shops.title')} lede={t('shops.lede')} action={begin}>
      <Split
        panel={
          chosen ? (
            <ShopPanel key={chosen.id} shop={chosen} onClose={close} />
          ) : open === 'new' && may('shop:write') ? (
            <ShopPanel key="new" onClose={close} />
          ) : null
        }
      >
        <div className="toolbar">
          <SearchField label={t('shops.search')} value={q} onChange={(text) => set({ q: text }, { replace: true })} />
        </div>
        <DataTable<Shop>
          label={t('shops.title')}
          columns={useColumns(open !== '')}
          pages={pages}
          rowKey={(shop) => shop.id}
          openKey={open}
          onOpen={(shop) => set({ open: shop.id })}
          empty={
            q ? (
              <Empty title={t('shops.noneFound')} />
            ) : (
              <Empty title={t('shops.none')} action={begin}>
                {t('shops.noneHelp')}
              </Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function useColumns(narrow: boolean): Column<Shop>[] {
  const { t } = useTranslation();
  const dash = <span className="quiet">–</span>;
  const columns: Column<Shop>[] = [
    {
      key: 'name',
      title: t('shops.name'),
      render: (shop) => (
        <>
          {shop.name}
          <div className="quiet small mono">{shop.code}</div>
        </>
      ),
    },
    { key: 'city', title: t('shops.city'), width: 96, render: (shop) => shop.city || dash },
    {
      key: 'manager',
      title: t('shops.manager'),
      render: (shop) => (shop.manager ? <MemberName member={shop.manager} /> : dash),
    },
  ];
  const rest: Column<Shop>[] = [
    { key: 'department', title: t('shops.department'), spare: true, render: (shop) => shop.department?.name ?? dash },
    { key: 'members', title: t('shops.members'), end: true, width: 80, render: (shop) => <Count of={shop.members} /> },
  ];
  return narrow ? columns : [...columns, ...rest];
}

import { useQuery } from '@tanstack/react-query';
import { api, ask, type Role, useMay, whole } from '@tilth/api';
import { type Column, DataTable, Empty, Page, PlusIcon, Split, Tag, useAddress } from '@tilth/ui';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RolePanel } from './RolePanel';

export function RolesPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const roles = useQuery({ queryKey: ['roles', 'list'], queryFn: () => ask(api.GET('/api/v1/roles')) });
  const open = get('open');
  const chosen = roles.data?.find((role) => role.id === open);
  const close = () => set({ open: null });
  return (
    <Page
      wide
      title={t('roles.title')}
      lede={t('roles.lede')}
      action={
        may('role:write') ? (
          <Button type="primary" icon={<PlusIcon />} onClick={() => set({ open: 'new' })}>
            {t('roles.new')}
          </Button>
        ) : null
      }
    >
      {tabs}
      <Split
        panel={
          chosen ? (
            <RolePanel key={chosen.id} role={chosen} onClose={close} />
          ) : open === 'new' && may('role:write') ? (
            <RolePanel key="new" onClose={close} onMade={(id) => set({ open: id }, { replace: true })} />
          ) : null
        }
      >
        <DataTable<Role>
          label={t('roles.title')}
          columns={useColumns()}
          pages={whole(roles)}
          rowKey={(role) => role.id}
          openKey={open}
          onOpen={(role) => set({ open: role.id })}
          empty={<Empty title={t('roles.none')} />}
        />
      </Split>
    </Page>
  );
}

function useColumns(): Column<Role>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('roles.name'),
      render: (role) => (
        <>
          {role.name} {role.builtIn ? <Tag>{t('roles.builtIn')}</Tag> : null}
          <div className="quiet small role-explained">{role.key ? t(`roles.explained.${role.key}`) : null}</div>
        </>
      ),
    },
    { key: 'scope', title: t('roles.scopeLabel'), render: (role) => t(`roles.scope.${role.scope}`) },
    {
      key: 'masked',
      title: t('roles.phones'),
      spare: true,
      render: (role) => t(role.masked ? 'roles.masked' : 'roles.unmasked'),
    },
    { key: 'accounts', title: t('roles.accounts'), end: true, render: (role) => role.accounts },
  ];
}

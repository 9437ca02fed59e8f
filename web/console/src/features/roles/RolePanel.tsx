import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type Role, useMay } from '@tilth/api';
import {
  Confirm,
  Facts,
  ProblemForm,
  problemText,
  RightsField,
  RightsList,
  Section,
  SidePanel,
  StaleDialog,
  usePinned,
} from '@tilth/ui';
import { App, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { differences, type RoleValues } from './role-values';

interface Props {
  /** Absent for one that is being made. */
  role?: Role;
  onClose: () => void;
  onMade?: (id: string) => void;
}

export function RolePanel({ role, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const fixed = role?.builtIn || !may('role:write');
  return (
    <SidePanel
      title={role?.name ?? t('roles.new')}
      subtitle={role?.key ? t(`roles.explained.${role.key}`) : t('roles.ownLede')}
      onClose={onClose}
    >
      {role && fixed ? <Fixed role={role} /> : <Editor role={role} onClose={onClose} onMade={onMade} />}
    </SidePanel>
  );
}

/** Built-in roles are explained, not edited: the guide and the defaults rely on them. */
function Fixed({ role }: { role: Role }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('roles.sees')}>
        <Facts
          rows={[
            [t('roles.scopeLabel'), t(`roles.scope.${role.scope}`)],
            [t('roles.phones'), t(role.masked ? 'roles.masked' : 'roles.unmasked')],
            [t('roles.accounts'), t('roles.people', { count: role.accounts })],
          ]}
        />
      </Section>
      <Section title={t('roles.rights')}>
        <RightsList rights={role.rights} />
      </Section>
    </>
  );
}

function Editor({ role: latest, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const rights = useQuery({ queryKey: ['roles', 'rights'], queryFn: () => ask(api.GET('/api/v1/rights')) });
  const { record, hold, release } = usePinned({ role: latest });
  const { role } = record;
  const [stale, setStale] = useState<{ current: Role; mine: RoleValues } | null>(null);
  const refetch = () => queries.invalidateQueries({ queryKey: ['roles'] });
  const save = async (values: RoleValues, version: number) => {
    if (role) {
      await ask(api.PUT('/api/v1/roles/{id}', { params: { path: { id: role.id } }, body: { ...values, version } }));
    } else {
      const made = await ask(api.POST('/api/v1/roles', { body: values }));
      onMade?.(made.id);
    }
    setStale(null);
    await refetch();
    release();
    void message.success(t('roles.saved'));
  };
  return (
    <>
      <ProblemForm<RoleValues>
        key={role?.version}
        name={role ? 'role' : 'role-new'}
        draft={!role}
        submit={t(role ? 'roles.save' : 'roles.create')}
        initial={role ?? { scope: 'SELF', masked: true, rights: [] }}
        onTyped={hold}
        onSubmit={(values) => save(values, role?.version ?? 0)}
        onStale={(current, mine) => setStale({ current: current as Role, mine })}
      >
        <Form.Item name="name" label={t('roles.name')} rules={[{ required: true, message: t('roles.nameMissing') }]}>
          <Input maxLength={30} placeholder={t('roles.nameExample')} />
        </Form.Item>
        <Form.Item name="scope" label={t('roles.scopeLabel')}>
          <Radio.Group
            className="radios"
            options={(['SELF', 'DEPARTMENT', 'ALL'] as const).map((value) => ({
              value,
              label: t(`roles.scope.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="masked" valuePropName="checked" extra={t('roles.maskedHint')}>
          <Checkbox>{t('roles.maskedLabel')}</Checkbox>
        </Form.Item>
        <Form.Item name="rights" label={t('roles.rights')}>
          <RightsField all={rights.data ?? []} />
        </Form.Item>
      </ProblemForm>
      {role ? <Remove role={role} onGone={onClose} /> : null}
      <StaleDialog
        rows={stale ? differences(stale.current, stale.mine, t) : null}
        onClose={() => setStale(null)}
        onTakeTheirs={() =>
          void refetch().then(() => {
            setStale(null);
            release();
          })
        }
        onKeepMine={() =>
          stale &&
          save(stale.mine, stale.current.version).catch((error) => void message.error(problemText(problemOf(error), t)))
        }
      />
    </>
  );
}

function Remove({ role, onGone }: { role: Role; onGone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <Section
      title={t('roles.removeTitle')}
      lede={role.accounts > 0 ? t('roles.inUse', { count: role.accounts }) : undefined}
    >
      <Button danger disabled={role.accounts > 0} onClick={() => setAsking(true)}>
        {t('roles.remove')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('roles.removeAsk', { name: role.name })}
        confirm={t('roles.remove')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await ask(api.DELETE('/api/v1/roles/{id}', { params: { path: { id: role.id } } }));
          await queries.invalidateQueries({ queryKey: ['roles'] });
          onGone();
        }}
      >
        <p>{t('roles.removeConsequence')}</p>
      </Confirm>
    </Section>
  );
}

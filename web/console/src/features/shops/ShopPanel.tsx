import { useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type Shop, useMay } from '@tilth/api';
import {
  Confirm,
  DepartmentSelect,
  type Difference,
  Facts,
  MemberSelect,
  ProblemForm,
  problemText,
  Section,
  SidePanel,
  StaleDialog,
  usePinned,
} from '@tilth/ui';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Values {
  code: string;
  name: string;
  city?: string;
  address?: string;
  departmentId: string | null;
  managerId: string | null;
}

interface Props {
  /** Absent for one that is being opened. */
  shop?: Shop;
  onClose: () => void;
}

export function ShopPanel({ shop, onClose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <SidePanel title={shop?.name ?? t('shops.new')} subtitle={shop?.code ?? t('shops.newLede')} onClose={onClose}>
      {may('shop:write') ? (
        <>
          <Section title={t(shop ? 'shops.change' : 'shops.facts')}>
            <ShopForm {...(shop ? { shop } : {})} onClose={onClose} />
          </Section>
          {shop ? <Remove shop={shop} onClose={onClose} /> : null}
        </>
      ) : shop ? (
        <Section title={t('shops.facts')}>
          <Facts
            rows={[
              [t('shops.city'), shop.city || '–'],
              [t('shops.address'), shop.address || '–'],
              [t('shops.department'), shop.department?.name ?? '–'],
              [t('shops.manager'), shop.manager?.name ?? '–'],
            ]}
          />
        </Section>
      ) : null}
    </SidePanel>
  );
}

function ShopForm({ shop: latest, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const pinned = usePinned<Partial<Shop>>(latest ?? {});
  const shop = latest ? (pinned.record as Shop) : undefined;
  const [stale, setStale] = useState<{ current: Shop; mine: Values } | null>(null);
  const save = async (values: Values, version: number | undefined) => {
    const body = bodyOf(values);
    if (shop && version !== undefined) {
      await ask(api.PUT('/api/v1/shops/{id}', { params: { path: { id: shop.id } }, body: { ...body, version } }));
    } else {
      await ask(api.POST('/api/v1/shops', { body }));
    }
    setStale(null);
    pinned.release();
    await queries.invalidateQueries({ queryKey: ['shops'] });
    void message.success(t('shops.saved', { name: body.name }));
    if (!shop) {
      onClose();
    }
  };
  return (
    <>
      <ProblemForm<Values>
        key={shop?.version ?? 'new'}
        name={shop ? 'shop' : 'shop-new'}
        draft={!shop}
        submit={t(shop ? 'shops.save' : 'shops.create')}
        initial={shop ? valuesOf(shop) : {}}
        onTyped={pinned.hold}
        onSubmit={(values) => save(values, shop?.version)}
        onStale={(current, mine) => setStale({ current: current as Shop, mine })}
      >
        <Fields known={shop} />
      </ProblemForm>
      <StaleDialog
        rows={stale ? differences(valuesOf(stale.current), stale.mine, (key) => t(`shops.${key}`)) : null}
        onClose={() => setStale(null)}
        onTakeTheirs={() => {
          setStale(null);
          pinned.release();
          void queries.invalidateQueries({ queryKey: ['shops'] });
        }}
        onKeepMine={() =>
          stale &&
          save(stale.mine, stale.current.version).catch((error) => void message.error(problemText(problemOf(error), t)))
        }
      />
    </>
  );
}

function Fields({ known }: { known: Shop | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="name"
        label={t('shops.name')}
        rules={[{ required: true, whitespace: true, message: t('shops.nameMissing') }]}
      >
        <Input maxLength={60} placeholder={t('shops.nameExample')} />
      </Form.Item>
      <Form.Item
        name="code"
        label={t('shops.code')}
        extra={t('shops.codeHint')}
        rules={[{ required: true, whitespace: true, message: t('shops.codeMissing') }]}
      >
        <Input className="mono" maxLength={30} placeholder="HZ-001" />
      </Form.Item>
      <Form.Item name="city" label={t('shops.city')}>
        <Input maxLength={30} placeholder={t('shops.cityExample')} />
      </Form.Item>
      <Form.Item name="address" label={t('shops.address')}>
        <Input maxLength={120} placeholder={t('shops.addressExample')} />
      </Form.Item>
      <Form.Item name="departmentId" label={t('shops.department')} extra={t('shops.departmentHint')}>
        <DepartmentSelect />
      </Form.Item>
      <Form.Item name="managerId" label={t('shops.manager')}>
        <MemberSelect state="HERE" allowClear known={[known?.manager ?? null]} />
      </Form.Item>
    </>
  );
}

function Remove({ shop, onClose }: { shop: Shop; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await ask(api.DELETE('/api/v1/shops/{id}', { params: { path: { id: shop.id } } }));
    await queries.invalidateQueries({ queryKey: ['shops'] });
    onClose();
  };
  return (
    <Section danger title={t('shops.remove')}>
      <Button danger onClick={() => setAsking(true)}>
        {t('shops.removeDo')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('shops.removeAsk', { name: shop.name })}
        confirm={t('shops.removeDo')}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        <p>{t('shops.removeConsequence')}</p>
      </Confirm>
    </Section>
  );
}

function valuesOf({ code, name, city, address, department, manager }: Shop): Values {
  return { code, name, city, address, departmentId: department?.id ?? null, managerId: manager?.id ?? null };
}

function bodyOf(values: Values) {
  return {
    code: values.code.trim(),
    name: values.name.trim(),
    city: values.city?.trim() ?? '',
    address: values.address?.trim() ?? '',
    departmentId: values.departmentId ?? null,
    managerId: values.managerId ?? null,
  };
}

function differences(theirs: Values, mine: Values, label: (key: string) => string): Difference[] {
  return (['name', 'code', 'city', 'address'] as const).map((key) => ({
    label: label(key),
    theirs: theirs[key] || '–',
    mine: mine[key] || '–',
    differs: (theirs[key] ?? '') !== (mine[key] ?? ''),
  }));
}

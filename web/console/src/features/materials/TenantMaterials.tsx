import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Material, problemOf } from '@tilth/api';
import { Chips, Confirm, Failed, SearchField, Skeleton } from '@tilth/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type State = 'PUBLISHED' | 'TAKEN_DOWN';

/** The operator finds a single page of a company, takes it down, and gives it back. */
export function TenantMaterials({ tenant }: { tenant: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [q, setQ] = useState('');
  const [state, setState] = useState<State>('PUBLISHED');
  const [asking, setAsking] = useState<Material | null>(null);
  const [reason, setReason] = useState('');
  const key = ['tenants', 'materials', tenant];
  const query = useQuery({
    queryKey: [...key, q, state],
    queryFn: () =>
      ask(
        api.GET('/api/v1/operator/tenants/{tenant}/materials', {
          params: { path: { tenant }, query: { q, state, limit: 10 } },
        }),
      ),
  });
  const act = async (id: string) => {
    const params = { path: { tenant, id } };
    if (state === 'PUBLISHED') {
      const body = { reason: reason.trim() };
      await ask(api.POST('/api/v1/operator/tenants/{tenant}/materials/{id}/take-down', { params, body }));
    } else {
      await ask(api.POST('/api/v1/operator/tenants/{tenant}/materials/{id}/restore', { params }));
    }
    setReason('');
    await queries.invalidateQueries({ queryKey: key });
  };
  const deed = t(state === 'PUBLISHED' ? 'tenants.takeDown' : 'tenants.giveBack');
  return (
    <div className="stack">
      <SearchField label={t('tenants.materialSearch')} value={q} onChange={setQ} />
      <Chips
        label={t('tenants.materials')}
        value={state}
        options={(['PUBLISHED', 'TAKEN_DOWN'] as const).map((value) => ({
          value,
          label: t(`tenants.materialStates.${value}`),
        }))}
        onChange={(value) => setState(value === 'TAKEN_DOWN' ? 'TAKEN_DOWN' : 'PUBLISHED')}
      />
      {query.data ? (
        query.data.items.length > 0 ? (
          <ul className="rows rows-plain">
            {query.data.items.map((one) => (
              <li key={one.id}>
                <div>{one.title}</div>
                <Button size="small" onClick={() => setAsking(one)}>
                  {deed}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('tenants.materialsNone')}</p>
        )
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={2} />
      )}
      <Confirm
        open={asking !== null}
        danger={state === 'PUBLISHED'}
        title={`${deed} · ${asking?.title ?? ''}`}
        confirm={deed}
        onConfirm={() => act(asking?.id ?? '')}
        onClose={() => setAsking(null)}
      >
        <p>{t(state === 'PUBLISHED' ? 'tenants.takeDownConsequence' : 'tenants.giveBackConsequence')}</p>
        {state === 'PUBLISHED' ? (
          <Input.TextArea
            aria-label={t('tenants.takeDownReason')}
            placeholder={t('tenants.takeDownReason')}
            maxLength={200}
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
      </Confirm>
    </div>
  );
}

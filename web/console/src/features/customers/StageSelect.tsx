import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Customer, problemOf, useMay } from '@tilth/api';
import { problemText } from '@tilth/ui';
import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { journeyQuery } from './queries';

/** Where the customer stands; who may, moves them. */
export function StageSelect({ customer }: { customer: Pick<Customer, 'id' | 'stage'> }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const journey = useQuery({ ...journeyQuery, enabled: may('customer:write') });
  const move = useMutation({
    mutationFn: (stageId: string) =>
      ask(api.PUT('/api/v1/customers/{id}/stage', { params: { path: { id: customer.id } }, body: { stageId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['customers'] }),
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  if (!may('customer:write')) {
    return <>{customer.stage?.name ?? '–'}</>;
  }
  return (
    <Select
      className="stage-select"
      aria-label={t('customers.stage')}
      placeholder={t('customers.stageNone')}
      loading={journey.isPending || move.isPending}
      value={customer.stage?.id ?? null}
      onChange={(stage: string | null) => stage && move.mutate(stage)}
      options={(journey.data?.stages ?? []).map((stage) => ({ value: stage.id, label: stage.name }))}
    />
  );
}

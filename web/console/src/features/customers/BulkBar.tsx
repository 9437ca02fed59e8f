import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { problemText } from '@tilth/ui';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { journeyQuery } from './queries';

interface Props {
  ids: string[];
  onDone: () => void;
}

type Order = { deed: 'STAGE'; stageId: string } | { deed: 'REMIND'; remindAt: string };

/** What can be done with the marked customers, up to 200 at once. */
export function BulkBar({ ids, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const journey = useQuery(journeyQuery);
  const work = useMutation({
    mutationFn: (order: Order) => ask(api.POST('/api/v1/customers/bulk', { body: { ids, ...order } })),
    onSuccess: async ({ changed }) => {
      await queries.invalidateQueries({ queryKey: ['customers'] });
      void message.success(t('customers.bulkDone', { count: changed }));
      onDone();
    },
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  return (
    <div className="bulk-bar" role="status">
      <span>{t('customers.marked', { count: ids.length })}</span>
      <Select
        className="toolbar-select"
        aria-label={t('customers.moveTo')}
        placeholder={t('customers.moveTo')}
        loading={work.isPending}
        value={null}
        onChange={(stageId: string | null) => stageId && work.mutate({ deed: 'STAGE', stageId })}
        options={(journey.data?.stages ?? []).map((stage) => ({ value: stage.id, label: stage.name }))}
      />
      <Button loading={work.isPending} onClick={() => work.mutate({ deed: 'REMIND', remindAt: tomorrow() })}>
        {t('customers.remindTomorrow')}
      </Button>
      <Button type="text" onClick={onDone}>
        {t('customers.unmark')}
      </Button>
    </div>
  );
}

function tomorrow(): string {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(9, 0, 0, 0);
  return at.toISOString();
}

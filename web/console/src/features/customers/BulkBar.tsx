import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { problemText } from '@tilth/ui';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { journeyQuery, tagGroupsQuery } from './queries';

interface Props {
  ids: string[];
  onDone: () => void;
}

type Order = { deed: 'TAG'; tagId: string } | { deed: 'STAGE'; stageId: string } | { deed: 'REMIND'; remindAt: string };

const OUTCOMES = ['CHANGED', 'ALREADY', 'NO_FRIEND', 'NOT_FOUND'] as const;

/** What can be done with the marked customers, up to 200 at once. */
export function BulkBar({ ids, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const journey = useQuery(journeyQuery);
  const tags = useQuery(tagGroupsQuery);
  const work = useMutation({
    mutationFn: (order: Order) => ask(api.POST('/api/v1/customers/bulk', { body: { ids, ...order } })),
    onSuccess: async ({ items }) => {
      await queries.invalidateQueries({ queryKey: ['customers'] });
      const said = OUTCOMES.map((outcome) => ({
        outcome,
        count: items.filter((item) => item.outcome === outcome).length,
      })).filter(({ outcome, count }) => count > 0 || outcome === 'CHANGED');
      void message.success(said.map(({ outcome, count }) => t(`customers.outcome.${outcome}`, { count })).join(' · '));
      onDone();
    },
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  return (
    <div className="bulk-bar" role="status">
      <span>{t('customers.marked', { count: ids.length })}</span>
      <Select
        className="toolbar-select"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('customers.putTag')}
        placeholder={t('customers.putTag')}
        loading={work.isPending}
        value={null}
        onChange={(tagId: string | null) => tagId && work.mutate({ deed: 'TAG', tagId })}
        options={(tags.data ?? []).map((group) => ({
          label: group.name,
          options: group.tags.map((one) => ({ value: one.id, label: one.name })),
        }))}
      />
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

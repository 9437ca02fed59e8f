import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stagesQuery } from '../../data/stages';
import { tomorrow } from '../../data/time';
import { useHint } from '../../parts/Hints';
import { Sheet } from '../../parts/Sheet';
import { sentenceOf } from '../../parts/states';

type Order = { deed: 'STAGE'; stageId: string } | { deed: 'REMIND'; remindAt: string };

/** One deed for all who were chosen. */
export function Bulk({ ids, close }: { ids: string[]; close: () => void }) {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const stages = useQuery({ ...stagesQuery, enabled: asking });
  const work = useMutation({
    mutationFn: (order: Order) => ask(api.POST('/api/v1/customers/bulk', { body: { ids, ...order } })),
    onSuccess: ({ changed }) => {
      hint(t('customers.bulkDone', { count: changed }));
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void queries.invalidateQueries({ queryKey: ['today'] });
      close();
    },
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return (
    <section className="bulk" aria-label={t('customers.chosen', { count: ids.length })}>
      <p>{t('customers.chosen', { count: ids.length })}</p>
      <div className="buttons">
        <button type="button" className="button" disabled={work.isPending} onClick={() => setAsking(true)}>
          {t('customers.stage')}
        </button>
        <button
          type="button"
          className="button"
          disabled={work.isPending}
          onClick={() => work.mutate({ deed: 'REMIND', remindAt: tomorrow() })}
        >
          {t('customers.remind')}
        </button>
        <button type="button" className="button button-plain" onClick={close}>
          {t('ui.cancel')}
        </button>
      </div>
      {asking && (
        <Sheet title={t('customers.stage')} close={() => setAsking(false)}>
          {stages.data?.stages.map((stage) => (
            <button
              key={stage.id}
              type="button"
              className="choice"
              onClick={() => {
                setAsking(false);
                work.mutate({ deed: 'STAGE', stageId: stage.id });
              }}
            >
              {stage.name}
            </button>
          ))}
        </Sheet>
      )}
    </section>
  );
}

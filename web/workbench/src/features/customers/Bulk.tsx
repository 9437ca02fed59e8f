import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stagesQuery } from '../../data/stages';
import { tagGroupsQuery } from '../../data/tags';
import { tomorrow } from '../../data/time';
import { useHint } from '../../parts/Hints';
import { Sheet } from '../../parts/Sheet';
import { sentenceOf } from '../../parts/states';

type Order = { deed: 'TAG'; tagId: string } | { deed: 'STAGE'; stageId: string } | { deed: 'REMIND'; remindAt: string };

/** One deed for all who were chosen. */
export function Bulk({ ids, close }: { ids: string[]; close: () => void }) {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'stage' | 'tag' | null>(null);
  const stages = useQuery({ ...stagesQuery, enabled: asking === 'stage' });
  const tags = useQuery({ ...tagGroupsQuery, enabled: asking === 'tag' });
  const said = useSaid();
  const work = useMutation({
    mutationFn: (order: Order) => ask(api.POST('/api/v1/customers/bulk', { body: { ids, ...order } })),
    onSuccess: ({ items }) => {
      hint(said(items.map((item) => item.outcome)));
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
        <button type="button" className="button" disabled={work.isPending} onClick={() => setAsking('tag')}>
          {t('customers.tag')}
        </button>
        <button type="button" className="button" disabled={work.isPending} onClick={() => setAsking('stage')}>
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
      {asking === 'tag' && (
        <Sheet title={t('customers.tag')} close={() => setAsking(null)}>
          {tags.data?.length === 0 && <p className="quiet">{t('customers.noTagGroups')}</p>}
          {tags.data?.map((group) => (
            <section key={group.id}>
              <h3 className="sheet-part">{group.name}</h3>
              <div className="pills tag-choices">
                {group.tags.map((tag) => (
                  <button
                    key={tag.id}
                    type="button"
                    className="chip"
                    onClick={() => {
                      setAsking(null);
                      work.mutate({ deed: 'TAG', tagId: tag.id });
                    }}
                  >
                    {tag.name}
                  </button>
                ))}
              </div>
            </section>
          ))}
        </Sheet>
      )}
      {asking === 'stage' && (
        <Sheet title={t('customers.stage')} close={() => setAsking(null)}>
          {stages.data?.stages.map((stage) => (
            <button
              key={stage.id}
              type="button"
              className="choice"
              onClick={() => {
                setAsking(null);
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

type Outcome = 'CHANGED' | 'ALREADY' | 'NO_FRIEND' | 'NOT_FOUND';

/** What became of them: how many were done, and why the others were not. */
function useSaid() {
  const { t } = useTranslation();
  return (outcomes: Outcome[]) =>
    (['CHANGED', 'ALREADY', 'NO_FRIEND', 'NOT_FOUND'] as const)
      .map((outcome) => ({ outcome, count: outcomes.filter((one) => one === outcome).length }))
      .filter(({ outcome, count }) => count > 0 || outcome === 'CHANGED')
      .map(({ outcome, count }) => t(`customers.outcome.${outcome}`, { count }))
      .join(t('ui.and'));
}

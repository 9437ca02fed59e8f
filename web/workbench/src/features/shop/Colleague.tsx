import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, useMay } from '@tilth/api';
import { Switch } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { useHint } from '../../parts/Hints';
import { Sheet } from '../../parts/Sheet';
import { sentenceOf, Waiting } from '../../parts/states';

/** Whether a colleague rests today, and who gets their alerts meanwhile. */
export function Colleague({ member, close }: { member: { id: string; name: string }; close: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const hint = useHint();
  const queries = useQueryClient();
  const key = ['duty', member.id];
  const path = { id: member.id };
  const { data: duty } = useQuery({
    queryKey: key,
    queryFn: () => ask(api.GET('/api/v1/members/{id}/duty', { params: { path } })),
  });
  const rest = useMutation({
    mutationFn: (resting: boolean) =>
      ask(api.PUT('/api/v1/members/{id}/rest', { params: { path }, body: { resting } })),
    onSuccess: (next) => queries.setQueryData(key, next),
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return (
    <Sheet title={member.name} close={close}>
      {duty ? (
        <>
          <div className="switch-line">
            <span>{t('shop.rest')}</span>
            <Switch
              checked={duty.resting}
              disabled={!may('member:write')}
              loading={rest.isPending}
              onChange={(next) => rest.mutate(next)}
              aria-label={t('shop.rest')}
            />
          </div>
          <p className="quiet small">{duty.spare ? t('shop.spare', { name: duty.spare.name }) : t('shop.noSpare')}</p>
        </>
      ) : (
        <Waiting lines={1} />
      )}
    </Sheet>
  );
}

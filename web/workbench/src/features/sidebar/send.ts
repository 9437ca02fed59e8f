import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { sendLink, sendText } from '../../data/wecom';
import { useHint } from '../../parts/Hints';
import { sentenceOf } from '../../parts/states';
import type { Parked } from './queries';

/** A link counts as sent only once WeCom says so; else it never was. */
export async function sendMaterial(materialId: string, customerId: string): Promise<void> {
  const share = await ask(api.POST('/api/v1/shares', { body: { materialId, customerId, way: 'ONE_TO_ONE' } }));
  const path = { id: share.id };
  try {
    await sendLink(share.card);
  } catch (notSent) {
    await ask(api.DELETE('/api/v1/shares/{id}', { params: { path } }));
    throw notSent;
  }
  await ask(api.POST('/api/v1/shares/{id}/sent', { params: { path } }));
}

export function useSending<T>(send: (what: T) => Promise<void>) {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      hint(t('sidebar.sent'));
      void queries.invalidateQueries({ queryKey: ['parked'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
    },
    onError: (error) => {
      const problem = problemOf(error);
      hint(problem.status === -1 ? t('sidebar.notSent') : sentenceOf(problem, t));
    },
  });
}

/** The sentence first, then the material; what was parked is parked no more. */
export async function sendParked(parked: Parked, customerId: string): Promise<void> {
  if (parked.sentence) {
    await sendText(parked.sentence);
  }
  if (parked.materialId) {
    await sendMaterial(parked.materialId, customerId);
  }
  await ask(api.DELETE('/api/v1/parked/{id}', { params: { path: { id: parked.id } } }));
}

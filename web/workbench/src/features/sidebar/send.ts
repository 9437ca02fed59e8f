import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { later, type Parked, type Share } from '../../data/contract';
import { sendLink, sendText } from '../../data/wecom';
import { useHint } from '../../parts/Hints';
import { sentenceOf } from '../../parts/states';

/** A link counts as sent only once WeCom says so; else it never was. */
export async function sendMaterial(materialId: string, customerId: string): Promise<void> {
  const share = await later<Share>('POST', '/api/v1/shares', {
    body: { materialId, customerId, way: 'ONE_TO_ONE' },
  });
  try {
    await sendLink(share.card);
  } catch (notSent) {
    await later('DELETE', `/api/v1/shares/${share.id}`);
    throw notSent;
  }
  await later('POST', `/api/v1/shares/${share.id}/sent`);
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
    await sendText(parked.sentence, parked.materialId === null);
  }
  if (parked.materialId) {
    await sendMaterial(parked.materialId, customerId);
  }
  await later('DELETE', `/api/v1/parked/${parked.id}`);
}

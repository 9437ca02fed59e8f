import { useMutation } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { useHint } from '../parts/Hints';
import { sentenceOf } from '../parts/states';
import { later } from './contract';
import { copy, openChat } from './wecom';

export interface Talk {
  customerId: string;
  sentence: string;
  materialId: string | null;
  alertId: string | null;
}

/**
 * 去聊天: nothing can write into a chat from outside of it. So sentence and material are parked for this customer, where
 * the sidebar has them on top, the sentence is copied, and the chat opens.
 */
export function useTalk() {
  const { t } = useTranslation();
  const hint = useHint();
  const talk = useMutation({
    mutationFn: async (asked: Talk) => {
      const { externalUserId } = await ask(
        api.GET('/api/v1/customers/{id}/chat', { params: { path: { id: asked.customerId } } }),
      );
      if (asked.sentence || asked.materialId) {
        await later('POST', '/api/v1/parked', { body: asked });
      }
      if (asked.alertId) {
        await ask(
          api.POST('/api/v1/alerts/{id}/contacted', {
            params: { path: { id: asked.alertId } },
            body: { how: 'CHAT' },
          }),
        );
      }
      try {
        await openChat(externalUserId);
      } catch {
        hint(t('talk.notHere'));
      }
    },
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return {
    pending: talk.isPending,
    go: (asked: Talk) => {
      if (asked.sentence && copy(asked.sentence)) {
        hint(t('talk.copied'));
      }
      talk.mutate(asked);
    },
  };
}

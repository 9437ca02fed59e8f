import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { Confirm } from '@tilth/ui';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  event: string;
  onClose: () => void;
}

/** All that failed, or all of one kind of event, once more. */
export function RetryAll({ open, event, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const retry = async () => {
    const { retried } = await ask(api.POST('/api/v1/wecom/callbacks/retry', { body: event ? { event } : {} }));
    await queries.invalidateQueries({ queryKey: ['callbacks'] });
    void message.success(t('callbacks.retried', { count: retried }));
  };
  return (
    <Confirm
      open={open}
      title={
        event ? t('callbacks.retryAllEvent', { event: t(`callbacks.events.${event}`) }) : t('callbacks.retryAllAsk')
      }
      confirm={t('callbacks.retryAll')}
      onConfirm={retry}
      onClose={onClose}
    >
      <p>{t('callbacks.retryAllConsequence')}</p>
    </Confirm>
  );
}

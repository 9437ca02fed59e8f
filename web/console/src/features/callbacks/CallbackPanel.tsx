import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Problem, problemOf, useMay, type WecomCallbackDetail } from '@tilth/api';
import { Confirm, Facts, Failed, Moment, ProblemNote, Section, SidePanel, Skeleton } from '@tilth/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallbackState } from './CallbacksPage';
import { EventName } from './events';

/** While a callback waits, its page looks again this often. */
const LOOK_AGAIN = 3000;

export function CallbackPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['callbacks', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/wecom/callbacks/{id}', { params: { path: { id } } })),
    refetchInterval: (one) => (one.state.data?.state === 'WAITING' ? LOOK_AGAIN : false),
  });
  const callback = query.data;
  if (!callback) {
    return (
      <SidePanel title={t('callbacks.one')} onClose={onClose}>
        {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : <Skeleton />}
      </SidePanel>
    );
  }
  const fields = Object.entries(callback.fields ?? {});
  return (
    <SidePanel title={<EventName callback={callback} />} subtitle={<Moment at={callback.at} />} onClose={onClose}>
      <Section title={t('callbacks.became')}>
        <div className="stack">
          <Facts
            rows={[
              [t('callbacks.state'), <CallbackState key="state" callback={callback} />],
              [t('callbacks.subject'), callback.subject ?? '–'],
              [t('callbacks.company'), callback.company.name],
              [t('callbacks.receivedAt'), <Moment key="received" at={callback.receivedAt} />],
              [t('callbacks.attempts'), t('callbacks.times', { count: callback.attempts })],
              ...(callback.reason ? [[t('callbacks.reason'), callback.reason] as [string, string]] : []),
            ]}
          />
          <Again callback={callback} />
        </div>
      </Section>
      <Section title={t('callbacks.fields')} lede={t('callbacks.fieldsLede')}>
        <Facts
          rows={fields.map(([name, value]) => [
            name,
            <span key={name} className="mono">
              {value}
            </span>,
          ])}
        />
      </Section>
    </SidePanel>
  );
}

/** Another try for what failed; what was done is done once more only after a question. */
function Again({ callback }: { callback: WecomCallbackDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may('wecom:write') || callback.state === 'WAITING') {
    return null;
  }
  const params = { path: { id: callback.id } };
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['callbacks'] });
    void message.success(t('callbacks.queued'));
  };
  const retry = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await ask(api.POST('/api/v1/wecom/callbacks/{id}/retry', { params }));
      await done();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const replay = async () => {
    await ask(api.POST('/api/v1/wecom/callbacks/{id}/replay', { params }));
    await done();
  };
  return (
    <div className="stack">
      <div>
        {callback.state === 'FAILED' ? (
          <Button type="primary" loading={busy} onClick={() => void retry()}>
            {t('callbacks.retry')}
          </Button>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('callbacks.replay')}</Button>
        )}
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Confirm
        open={asking}
        title={t('callbacks.replayAsk')}
        confirm={t('callbacks.replay')}
        onConfirm={replay}
        onClose={() => setAsking(false)}
      >
        <p>{t('callbacks.replayConsequence')}</p>
      </Confirm>
    </div>
  );
}

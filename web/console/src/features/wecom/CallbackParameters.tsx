import { api, ask, type CallbackCredentials, type Problem, problemOf, type WecomCompany } from '@tilth/api';
import { Confirm, CopyField, ProblemNote } from '@tilth/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Made anew each time and shown this once: address, token and key go into WeCom's pages together. */
export function CallbackParameters({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<CallbackCredentials | null>(null);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const params = { path: { id: company.id } };
  const fetchThem = async () => {
    setMade(await ask(api.POST('/api/v1/wecom/companies/{id}/callback-credentials', { params })));
  };
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await fetchThem();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  if (made) {
    return (
      <div className="stack">
        <CopyField plain label={t('wecom.callbackUrl')} value={made.url} />
        <CopyField plain label={t('wecom.callbackToken')} value={made.token} />
        <CopyField plain label={t('wecom.callbackKey')} value={made.aesKey} hint={t('wecom.callbackOnce')} />
      </div>
    );
  }
  return (
    <div className="stack">
      <p className="quiet">{t('wecom.callbackHow')}</p>
      <div>
        <Button loading={busy} onClick={() => (company.state === 'CONNECTED' ? setAsking(true) : void make())}>
          {t('wecom.callbackMake')}
        </Button>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Confirm
        open={asking}
        title={t('wecom.callbackAsk')}
        confirm={t('wecom.callbackMake')}
        onConfirm={fetchThem}
        onClose={() => setAsking(false)}
      >
        <p>{t('wecom.callbackConsequence')}</p>
      </Confirm>
    </div>
  );
}

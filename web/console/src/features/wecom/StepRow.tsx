import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type ConnectStep, type Problem, problemOf, type WecomCompany } from '@tilth/api';
import { CheckIcon, DownIcon, Moment, ProblemNote, Tag, UpIcon, WarnIcon } from '@tilth/ui';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepsQuery } from './queries';
import { StepHelp } from './StepHelp';

/** WeCom does not tell everything about these; a person's word will do. */
const DECLARED: readonly ConnectStep['key'][] = ['SIDEBAR', 'OAUTH_DOMAIN', 'DEVELOPER_BINDING'];
/** And nothing at all about these. */
const UNASKED: readonly ConnectStep['key'][] = ['SIDEBAR'];

interface Props {
  company: WecomCompany;
  step: ConnectStep;
  open: boolean;
  late: boolean;
  onToggle: () => void;
  onGood: () => void;
}

export function StepRow({ company, step, open, late, onToggle, onGood }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <li className={`connect-step connect-${step.state}`} data-open={open || undefined}>
      <button type="button" className="connect-head" aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <span className="connect-mark">
          {step.state === 'FAILED' ? <WarnIcon size={14} /> : step.state === 'TODO' ? null : <CheckIcon size={14} />}
        </span>
        <span className="connect-title">
          {t(`wecom.step.${step.key}.title`)}
          {late ? <span className="quiet small connect-later">{t('wecom.later')}</span> : null}
        </span>
        <span className="connect-state small">
          {step.state === 'TODO' ? (
            <span className="quiet">{t('wecom.stepState.TODO')}</span>
          ) : (
            <Tag tone={step.state === 'FAILED' ? 'clay' : 'leaf'}>{t(`wecom.stepState.${step.state}`)}</Tag>
          )}
        </span>
        {open ? <UpIcon size={16} /> : <DownIcon size={16} />}
      </button>
      {open ? (
        <div className="connect-body stack" id={id}>
          <p>{t(`wecom.step.${step.key}.why`)}</p>
          <p className="connect-where">
            <span className="quiet">{t('wecom.whereInWecom')}</span> {step.where}
          </p>
          <StepHelp company={company} step={step} />
          <StepDeeds company={company} step={step} onGood={onGood} />
        </div>
      ) : null}
    </li>
  );
}

function StepDeeds({ company, step, onGood }: Pick<Props, 'company' | 'step' | 'onGood'>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<'check' | 'declare' | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const params = { path: { id: company.id, key: step.key } };
  const run = async (deed: 'check' | 'declare') => {
    setBusy(deed);
    setRefused(null);
    try {
      const now = await ask(
        deed === 'check'
          ? api.POST('/api/v1/wecom/companies/{id}/steps/{key}/check', { params })
          : api.POST('/api/v1/wecom/companies/{id}/steps/{key}/declare', { params }),
      );
      queries.setQueryData(stepsQuery(company.id).queryKey, (all: ConnectStep[] | undefined) =>
        all?.map((one) => (one.key === now.key ? now : one)),
      );
      if (now.state === 'OK' || now.state === 'DECLARED') {
        onGood();
      }
    } catch (error) {
      setRefused(problemOf(error));
    } finally {
      setBusy(null);
    }
  };
  const declared = DECLARED.includes(step.key);
  const asked = !UNASKED.includes(step.key);
  return (
    <>
      <div aria-live="polite" className="stack">
        {step.problem ? (
          <div className="note note-clay">
            <WarnIcon />
            <div>
              <p>{step.problem.sentence}</p>
              {step.checkedAt ? (
                <p className="quiet small">
                  {t('wecom.checkedAt')} <Moment at={step.checkedAt} as="ago" />
                </p>
              ) : null}
            </div>
          </div>
        ) : null}
        {refused ? <ProblemNote problem={refused} /> : null}
      </div>
      <div className="row">
        {asked ? (
          <Button type="primary" loading={busy === 'check'} onClick={() => void run('check')}>
            {t(step.state === 'TODO' ? 'wecom.check' : 'wecom.checkAgain')}
          </Button>
        ) : null}
        {declared ? (
          <Button type={asked ? 'default' : 'primary'} loading={busy === 'declare'} onClick={() => void run('declare')}>
            {t(step.state === 'DECLARED' ? 'wecom.declareAgain' : 'wecom.declare')}
          </Button>
        ) : null}
        {step.helpUrl ? (
          <a href={step.helpUrl} target="_blank" rel="noreferrer">
            {t('wecom.helpPage')}
          </a>
        ) : null}
        {step.state === 'OK' && step.checkedAt ? (
          <span className="quiet small">
            {t('wecom.checkedAt')} <Moment at={step.checkedAt} as="ago" />
          </span>
        ) : null}
      </div>
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type CodePlan, problemOf } from '@tilth/api';
import { Failed, Page, ProblemForm, Skeleton } from '@tilth/ui';
import { App, Button, Form, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ShopFields, TemplateFields } from './PlanFields';
import { planQuery } from './queries';
import { type PlanValues, planValuesOf, templateOf } from './values';
import '../channel-codes.css';
import './code-plans.css';

/** The template, then the shops; what they come to shows before anything happens. */
export function PlanFormPage() {
  const { id } = useParams();
  return id ? <Known id={id} /> : <PlanForm />;
}

function Known({ id }: { id: string }) {
  const { t } = useTranslation();
  const plan = useQuery({ ...planQuery(id), staleTime: Number.POSITIVE_INFINITY, refetchOnMount: 'always' });
  if (plan.data && !plan.isFetching) {
    return <PlanForm key={plan.data.version} plan={plan.data} />;
  }
  return (
    <Page title={t('codePlans.title')}>
      {plan.error ? (
        <Failed problem={problemOf(plan.error)} retry={() => void plan.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function PlanForm({ plan }: { plan?: CodePlan }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const go = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<PlanValues>();
  const [step, setStep] = useState(0);
  const usual: Partial<PlanValues> = {
    scope: 'ALL',
    pattern: t('codePlans.patternUsual'),
    byCity: true,
    managerSpares: true,
    byRest: false,
    balanced: false,
    kind: 'DIRECT',
    skipVerify: true,
    exclusive: false,
    greets: true,
    day: t('channelCodes.dayUsual'),
    night: t('channelCodes.nightUsual'),
  };
  const save = async () => {
    if (step === 0) {
      setStep(1);
      window.scrollTo(0, 0);
      return;
    }
    const template = templateOf(form.getFieldsValue(true) as PlanValues);
    const saved = plan
      ? await ask(
          api.PUT('/api/v1/code-plans/{id}', {
            params: { path: { id: plan.id } },
            body: { template, version: plan.version },
          }),
        )
      : await ask(api.POST('/api/v1/code-plans', { body: { template } }));
    await queries.invalidateQueries({ queryKey: ['code-plans'] });
    void go(`/console/reach/code-plans/${saved.id}/apply`, { replace: true });
  };
  return (
    <Page
      title={plan ? t('codePlans.changeOf', { name: plan.template.name }) : t('codePlans.new')}
      lede={t(plan ? 'codePlans.changeLede' : 'codePlans.newLede')}
    >
      <PlanSteps at={step} />
      <ProblemForm<PlanValues>
        name="code-plan"
        form={form}
        draft={!plan}
        initial={plan ? planValuesOf(plan) : usual}
        submit={t(step === 0 ? 'codePlans.toShops' : 'codePlans.toPreview')}
        onSubmit={save}
        onStale={() => {
          void queries.invalidateQueries({ queryKey: ['code-plans'] });
          void message.warning(t('codePlans.stale'));
        }}
        secondary={step === 1 ? <Button onClick={() => setStep(0)}>{t('codePlans.back')}</Button> : null}
      >
        <div hidden={step !== 0}>
          <TemplateFields />
        </div>
        <div hidden={step !== 1}>
          <ShopFields />
        </div>
      </ProblemForm>
    </Page>
  );
}

export function PlanSteps({ at }: { at: number }) {
  const { t } = useTranslation();
  return (
    <Steps
      className="plan-steps"
      size="small"
      responsive={false}
      current={at}
      items={(['template', 'shops', 'preview', 'apply'] as const).map((key) => ({ title: t(`codePlans.step.${key}`) }))}
    />
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Company, problemOf } from '@tilth/api';
import { Confirm, Moment, ProblemNote, Section } from '@tilth/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Closing takes thirty days and can be undone until the last one. */
export function CloseCompany({ company }: { company: Company }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const take = async (now: Company) => {
    queries.setQueryData(['company'], now);
    await queries.invalidateQueries({ queryKey: ['session'] });
  };
  const keep = useMutation({ mutationFn: () => ask(api.POST('/api/v1/company/keep')), onSuccess: take });
  if (company.state === 'CLOSING') {
    return (
      <Section danger title={t('company.closingTitle')}>
        <div className="stack">
          <p>
            {t('company.closingUntil')} {company.closesAt ? <Moment at={company.closesAt} /> : null}
          </p>
          {keep.error ? <ProblemNote problem={problemOf(keep.error)} /> : null}
          <div>
            <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate()}>
              {t('company.keep')}
            </Button>
          </div>
        </div>
      </Section>
    );
  }
  return (
    <Section danger title={t('company.close')} lede={t('company.closeLede')}>
      <Button danger onClick={() => setAsking(true)}>
        {t('company.close')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('company.closeAsk', { name: company.name })}
        confirm={t('company.closeConfirm')}
        typed={{ name: company.name, label: t('company.closeTyped', { name: company.name }) }}
        onClose={() => setAsking(false)}
        onConfirm={async (name) => take(await ask(api.POST('/api/v1/company/close', { body: { name } })))}
      >
        <ul>
          <li>{t('company.closeNow')}</li>
          <li>{t('company.closeDays')}</li>
          <li>{t('company.closeThen')}</li>
          <li>{t('company.closeExport')}</li>
        </ul>
      </Confirm>
    </Section>
  );
}

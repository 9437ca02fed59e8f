import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, useMay, type WecomCompany } from '@tilth/api';
import { Confirm, CopyField, ProblemForm, Section, usePinned } from '@tilth/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompanyFields, type CompanyValues } from './CompanyFields';
import { companyQuery, linksQuery } from './queries';

/** What was typed in at the beginning, the addresses to paste, and the way out. */
export function CompanySetup({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('wecom:write') || company.state === 'CLOSED') {
    return null;
  }
  return (
    <>
      {company.state === 'CONNECTED' ? <Addresses company={company} /> : null}
      <details className="section setup">
        <summary>
          <h2>{t('wecom.settings')}</h2>
        </summary>
        {company.kind === 'SELF_BUILT' ? <Settings company={company} /> : null}
        <Close company={company} />
      </details>
    </>
  );
}

function Addresses({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const links = useQuery(linksQuery(company.id));
  if (!links.data) {
    return null;
  }
  return (
    <Section title={t('wecom.links')} lede={t('wecom.linksLede')}>
      <div className="stack form">
        <CopyField plain label={t('wecom.linkHome')} value={links.data.home} hint={t('wecom.linkHomeHint')} />
        <CopyField plain label={t('wecom.linkSignIn')} value={links.data.signIn} hint={t('wecom.linkSignInHint')} />
      </div>
    </Section>
  );
}

function Settings({ company: latest }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: company, hold, release } = usePinned(latest);
  const save = async ({ name, agentId, secret, domain }: CompanyValues) => {
    const body = {
      name: name.trim(),
      agentId: Number(agentId),
      secret: secret?.trim() || null,
      domain: domain?.trim() || null,
      version: company.version,
    };
    const now = await ask(api.PUT('/api/v1/wecom/companies/{id}', { params: { path: { id: company.id } }, body }));
    queries.setQueryData(companyQuery(company.id).queryKey, now);
    release();
    await queries.invalidateQueries({ queryKey: ['wecom'] });
    void message.success(t('wecom.saved'));
  };
  return (
    <Section title={t('wecom.app')} lede={t('wecom.settingsLede')}>
      <ProblemForm<CompanyValues>
        key={company.version}
        name="wecom-company"
        submit={t('wecom.save')}
        initial={{ name: company.name, agentId: String(company.agentId ?? ''), domain: company.domain }}
        onTyped={hold}
        onSubmit={save}
      >
        <CompanyFields />
      </ProblemForm>
    </Section>
  );
}

function Close({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const close = async () => {
    await ask(api.POST('/api/v1/wecom/companies/{id}/close', { params: { path: { id: company.id } } }));
    await queries.invalidateQueries({ queryKey: ['wecom'] });
  };
  return (
    <Section danger title={t('wecom.close')} lede={t('wecom.closeLede')}>
      <Button danger onClick={() => setAsking(true)}>
        {t('wecom.closeDo')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('wecom.closeAsk', { name: company.name })}
        confirm={t('wecom.closeDo')}
        typed={{ name: company.name, label: t('wecom.closeTyped', { name: company.name }) }}
        onConfirm={close}
        onClose={() => setAsking(false)}
      >
        <p>{t('wecom.closeConsequence')}</p>
      </Confirm>
    </Section>
  );
}

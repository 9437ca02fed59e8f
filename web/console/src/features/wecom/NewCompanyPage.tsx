import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type WecomCompany, type WecomSetting } from '@tilth/api';
import { CopyField, Failed, Page, ProblemForm, ProblemNote, Section, Skeleton } from '@tilth/ui';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { CompanyFields, type CompanyValues } from './CompanyFields';
import { companiesQuery, settingQuery } from './queries';
import './wecom.css';

type Kind = WecomCompany['kind'];
const KINDS = ['SELF_BUILT', 'PROVIDER'] as const;

/** First where Tilth runs, then only what can work there. */
export function NewCompanyPage() {
  const { t } = useTranslation();
  const setting = useQuery(settingQuery);
  return (
    <Page
      title={t('wecom.newTitle')}
      lede={
        <>
          {t('wecom.newLede')} <Link to="/console/settings/wecom">{t('wecom.back')}</Link>
        </>
      }
    >
      {setting.data ? (
        <Choice setting={setting.data} />
      ) : setting.error ? (
        <Failed problem={problemOf(setting.error)} retry={() => void setting.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function Choice({ setting }: { setting: WecomSetting }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>(setting.offers[0] ?? 'SELF_BUILT');
  return (
    <>
      <Section title={t('wecom.where')} lede={t(`wecom.whereIs.${setting.where}`)}>
        <Radio.Group
          className="radios wecom-kinds"
          aria-label={t('wecom.how')}
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
        >
          {KINDS.map((one) => (
            <Radio key={one} value={one} disabled={!setting.offers.includes(one)}>
              {t(`wecom.kind.${one}`)}
              <span className="quiet small wecom-kind-why">
                {t(setting.offers.includes(one) ? `wecom.kindWhy.${one}` : `wecom.kindNot.${one}`)}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </Section>
      <Section title={t(`wecom.begin.${kind}`)} lede={t(`wecom.beginWhy.${kind}`)}>
        {kind === 'SELF_BUILT' ? <SelfBuilt /> : <Provider />}
      </Section>
    </>
  );
}

function SelfBuilt() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = async ({ name, corpId, agentId, secret, domain }: CompanyValues) => {
    const made = await ask(
      api.POST('/api/v1/wecom/companies', {
        body: {
          kind: 'SELF_BUILT',
          name: name.trim(),
          corpId: corpId.trim(),
          agentId: Number(agentId),
          secret: secret.trim(),
          domain: domain?.trim() || null,
        },
      }),
    );
    await queries.invalidateQueries({ queryKey: companiesQuery.queryKey });
    void navigate(`/console/settings/wecom/${made.id}`, { replace: true });
  };
  return (
    <ProblemForm<CompanyValues> name="wecom-new" submit={t('wecom.create')} onSubmit={create}>
      <CompanyFields fresh />
    </ProblemForm>
  );
}

function Provider() {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const make = async () => {
    setBusy(true);
    setRefused(null);
    try {
      setUrl((await ask(api.POST('/api/v1/wecom/installs'))).url);
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  if (url) {
    return (
      <div className="stack">
        <CopyField label={t('wecom.installLink')} value={url} hint={t('wecom.installHint')} />
        <p>
          <a href={url}>{t('wecom.installOpen')}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="stack">
      <div>
        <Button type="primary" loading={busy} onClick={() => void make()}>
          {t('wecom.installMake')}
        </Button>
      </div>
      {refused ? <ProblemNote problem={problemOf(refused)} /> : null}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ConnectStep, WecomCompany } from '@tilth/api';
import { CopyField, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { CallbackParameters } from './CallbackParameters';
import { DomainFile } from './DomainFile';
import { linksQuery, settingQuery } from './queries';

interface Props {
  company: WecomCompany;
  step: ConnectStep;
}

/** What is pasted into WeCom's pages for a step, ready to copy. */
export function StepHelp({ company, step }: Props) {
  const { t } = useTranslation();
  switch (step.key) {
    case 'TRUSTED_ADDRESS':
      return <Addresses />;
    case 'CALLBACK':
      return <CallbackParameters company={company} />;
    case 'DOMAIN_FILE':
      return company.domain ? <DomainFile company={company} /> : <NoDomain />;
    case 'OAUTH_DOMAIN':
    case 'JSSDK_DOMAIN':
      return company.domain ? <CopyField plain label={t('wecom.domain')} value={company.domain} /> : <NoDomain />;
    case 'SIDEBAR':
      return <Links company={company} />;
    default:
      return null;
  }
}

function NoDomain() {
  const { t } = useTranslation();
  return (
    <p className="note">
      <span>{t('wecom.domainFirst')}</span>
    </p>
  );
}

function Addresses() {
  const { t } = useTranslation();
  const setting = useQuery(settingQuery);
  if (!setting.data) {
    return <Skeleton lines={1} />;
  }
  return setting.data.addresses.length > 0 ? (
    <CopyField
      plain
      label={t('wecom.addresses')}
      value={setting.data.addresses.join(';')}
      hint={t('wecom.addressesHint')}
    />
  ) : (
    <p className="note">
      <span>{t('wecom.addressesUnknown')}</span>
    </p>
  );
}

function Links({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const links = useQuery(linksQuery(company.id));
  return links.data ? (
    <div className="stack">
      <CopyField plain label={t('wecom.linkSidebar')} value={links.data.sidebar} />
      <CopyField plain label={t('wecom.linkHome')} value={links.data.home} />
    </div>
  ) : (
    <Skeleton lines={2} />
  );
}

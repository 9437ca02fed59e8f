import { useQuery } from '@tanstack/react-query';
import { problemOf, useMay, type WecomCompany } from '@tilth/api';
import { Empty, Failed, Moment, Page, PlusIcon, RightIcon, Skeleton, Tag } from '@tilth/ui';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { companiesQuery } from './queries';
import './wecom.css';

const BASE = '/console/settings/wecom';

/** The WeCom companies that work with Tilth, and how each of them is. */
export function CompaniesPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const companies = useQuery(companiesQuery);
  const begin = may('wecom:write') ? (
    <Button type="primary" icon={<PlusIcon />} onClick={() => void navigate(`${BASE}/new`)}>
      {t('wecom.add')}
    </Button>
  ) : null;
  const some = (companies.data?.length ?? 0) > 0;
  return (
    <Page title={t('wecom.title')} lede={t('wecom.lede')} action={some ? begin : null}>
      {tabs}
      {companies.data ? (
        some ? (
          <ul className="rows rows-plain">
            {companies.data.map((company) => (
              <CompanyRow key={company.id} company={company} />
            ))}
          </ul>
        ) : (
          <Empty title={t('wecom.none')} action={begin}>
            {t('wecom.noneHelp')}
          </Empty>
        )
      ) : companies.error ? (
        <Failed problem={problemOf(companies.error)} retry={() => void companies.refetch()} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Page>
  );
}

function CompanyRow({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const may = useMay();
  const draft = company.state === 'DRAFT';
  return (
    <li>
      <div>
        <p className="wecom-name">
          {company.name} <CompanyState company={company} />
        </p>
        <p className="quiet small">
          {t(`wecom.kind.${company.kind}`)}
          {company.corpId ? <span className="mono"> · {company.corpId}</span> : null}
        </p>
        <p className="quiet small">
          {company.lastCallbackAt ? (
            <>
              {t('wecom.lastCallback')} <Moment at={company.lastCallbackAt} as="ago" />
            </>
          ) : (
            t(draft ? 'wecom.draftHelp' : 'wecom.noCallback')
          )}
        </p>
      </div>
      <div className="row">
        {draft ? null : (
          <Link className="wecom-go" to={`${BASE}/${company.id}/health`}>
            {t('wecom.toHealth')} <RightIcon size={16} />
          </Link>
        )}
        {may('wecom:write') ? (
          <Link className="wecom-go" to={`${BASE}/${company.id}`}>
            {t(draft ? 'wecom.goOn' : 'wecom.toSetup')} <RightIcon size={16} />
          </Link>
        ) : null}
      </div>
    </li>
  );
}

export function CompanyState({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  if (company.state === 'CONNECTED' && company.trouble) {
    return <Tag tone="clay">{t('wecom.trouble')}</Tag>;
  }
  return <Tag tone={company.state === 'CONNECTED' ? 'leaf' : 'quiet'}>{t(`wecom.state.${company.state}`)}</Tag>;
}

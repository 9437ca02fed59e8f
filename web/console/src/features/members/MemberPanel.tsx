import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Member, problemOf, useMay } from '@tilth/api';
import {
  Count,
  Facts,
  Failed,
  MemberName,
  Moment,
  ProblemForm,
  Section,
  SidePanel,
  Skeleton,
  Tag,
  usePinned,
} from '@tilth/ui';
import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DutyCard } from './DutyCard';
import { MemberState } from './MembersPage';

export function MemberPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery({
    queryKey: ['members', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/members/{id}', { params: { path: { id } } })),
  });
  const member = query.data;
  if (!member) {
    return (
      <SidePanel title={t('members.one')} onClose={onClose}>
        {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : <Skeleton />}
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={<MemberName member={member} />}
      subtitle={
        <>
          {member.position} <MemberState member={member} />
        </>
      }
      onClose={onClose}
    >
      <Section title={t('members.facts')}>
        <MemberFacts member={member} />
      </Section>
      {member.leftAt && member.customers > 0 && may('inheritance:write') ? (
        <Section title={t('members.leftTitle')}>
          <p>{t('members.leftCustomers', { count: member.customers })}</p>
          <p>
            <Link to={`/console/customers/inheritances?start=RESIGNED&from=${member.id}`}>{t('members.handOver')}</Link>
          </p>
        </Section>
      ) : null}
      {member.leftAt || !may('member:write') ? null : <Card member={member} />}
      {member.leftAt ? null : <DutyCard member={member} />}
    </SidePanel>
  );
}

function MemberFacts({ member }: { member: Member }) {
  const { t } = useTranslation();
  const may = useMay();
  const rows: [string, ReactNode][] = [
    [
      t('members.department'),
      <ul key="departments">
        {member.departments.map((one) => (
          <li key={one.id}>
            {one.name} {one.leads ? <Tag tone="leaf">{t('members.leads')}</Tag> : null}
          </li>
        ))}
      </ul>,
    ],
    [
      t('members.customers'),
      may('customer:read') ? (
        <Link key="customers" to={`/console/customers?member=${member.id}`}>
          <Count of={member.customers} />
        </Link>
      ) : (
        <Count key="customers" of={member.customers} />
      ),
    ],
    [
      t('members.account'),
      t(member.frozen ? 'members.accountFrozen' : member.account ? 'members.accountYes' : 'members.accountNo'),
    ],
    [
      t('members.userId'),
      <span key="user" className="mono">
        {member.userId}
      </span>,
    ],
  ];
  if (member.leftAt) {
    rows.push([t('members.leftAt'), <Moment key="left" at={member.leftAt} />]);
  }
  return <Facts rows={rows} />;
}

interface Values {
  displayName: string | null;
  phone: string | null;
}

/** What customers see on the member's card; WeCom does not give it to us. */
function Card({ member: latest }: { member: Member }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: member, hold, release } = usePinned(latest);
  const save = async ({ displayName, phone }: Values) => {
    const body = { displayName: displayName?.trim() || null, phone: phone?.trim() || null, version: member.version };
    await ask(api.PUT('/api/v1/members/{id}', { params: { path: { id: member.id } }, body }));
    release();
    await queries.invalidateQueries({ queryKey: ['members'] });
    void message.success(t('members.saved'));
  };
  return (
    <Section title={t('members.card')} lede={t('members.cardLede')}>
      <ProblemForm<Values>
        key={member.version}
        name="member"
        submit={t('members.save')}
        initial={{ displayName: member.displayName, phone: member.phone }}
        onTyped={hold}
        onSubmit={save}
      >
        <Form.Item name="displayName" label={t('members.displayName')}>
          <Input maxLength={30} placeholder={t('members.displayNameExample')} />
        </Form.Item>
        <Form.Item name="phone" label={t('members.phone')} extra={t('members.phoneHint')}>
          <Input maxLength={20} inputMode="tel" placeholder="0571-8888 6666" />
        </Form.Item>
      </ProblemForm>
    </Section>
  );
}

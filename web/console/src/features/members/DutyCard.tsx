import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Duty, type Member, problemOf, useMay } from '@tilth/api';
import {
  Failed,
  MemberName,
  MemberSelect,
  Moment,
  ProblemForm,
  problemText,
  Section,
  Skeleton,
  usePinned,
} from '@tilth/ui';
import { App, Checkbox, Form, Input, Space, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const USUAL = { starts: '09:00', ends: '18:00' };

interface Values {
  spareId: string | null;
  days: number[];
  starts: string;
  ends: string;
}

/** When a member works, and who takes their alerts meanwhile. */
export function DutyCard({ member }: { member: Member }) {
  const { t } = useTranslation();
  const may = useMay();
  const path = { id: member.id };
  const query = useQuery({
    queryKey: ['members', 'duty', member.id],
    queryFn: () => ask(api.GET('/api/v1/members/{id}/duty', { params: { path } })),
  });
  return (
    <Section title={t('members.duty')} lede={t('members.dutyLede')}>
      {query.error && !query.data ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : query.data ? (
        <>
          <Rest duty={query.data} disabled={!may('member:write')} />
          <DutyForm duty={query.data} disabled={!may('member:write')} />
        </>
      ) : (
        <Skeleton lines={3} />
      )}
    </Section>
  );
}

function Rest({ duty, disabled }: { duty: Duty; disabled: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const rest = async (resting: boolean) => {
    try {
      const path = { id: duty.member.id };
      const after = await ask(api.PUT('/api/v1/members/{id}/rest', { params: { path }, body: { resting } }));
      queries.setQueryData(['members', 'duty', duty.member.id], after);
    } catch (error) {
      void message.error(problemText(problemOf(error), t));
    }
  };
  return (
    <p>
      <Space wrap>
        <Switch
          aria-label={t('members.rest')}
          checked={duty.resting}
          disabled={disabled}
          onChange={(resting) => void rest(resting)}
        />
        {t('members.rest')}
        {duty.backAt ? (
          <span className="quiet small">
            {t('members.backAt')} <Moment at={duty.backAt} />
          </span>
        ) : null}
      </Space>
    </p>
  );
}

/** One shift for the days chosen; whoever works by several keeps them until somebody saves here. */
function DutyForm({ duty: latest, disabled }: { duty: Duty; disabled: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: duty, hold, release } = usePinned(latest);
  const [first] = duty.shifts;
  const path = { id: duty.member.id };
  const save = async ({ spareId, days, starts, ends }: Values) => {
    const shifts = days.map((weekday) => ({ weekday, starts, ends }));
    const body = { spareId: spareId ?? null, shifts, version: duty.version };
    const after = await ask(api.PUT('/api/v1/members/{id}/duty', { params: { path }, body }));
    queries.setQueryData(['members', 'duty', duty.member.id], after);
    release();
    void message.success(t('members.dutySaved'));
  };
  const time = [{ required: true, pattern: TIME, message: t('members.timeWrong') }];
  return (
    <ProblemForm<Values>
      key={duty.version}
      name="duty"
      submit={t('members.save')}
      disabled={disabled}
      initial={{
        spareId: duty.spare?.id ?? null,
        days: [...new Set(duty.shifts.map((shift) => shift.weekday))],
        starts: first?.starts ?? USUAL.starts,
        ends: first?.ends ?? USUAL.ends,
      }}
      onTyped={hold}
      onSubmit={save}
    >
      <Form.Item name="spareId" label={t('members.spare')} extra={t('members.spareHint')}>
        <MemberSelect state="HERE" allowClear without={duty.member.id} known={[duty.spare]} />
      </Form.Item>
      <Form.Item name="days" label={t('members.days')} extra={t('members.daysHint')}>
        <Checkbox.Group options={DAYS.map((day) => ({ value: day, label: t(`members.day.${day}`) }))} />
      </Form.Item>
      <Form.Item name="starts" label={t('members.starts')} rules={time}>
        <Input maxLength={5} />
      </Form.Item>
      <Form.Item name="ends" label={t('members.ends')} rules={time}>
        <Input maxLength={5} />
      </Form.Item>
      {duty.shifts.length > 0 ? null : (
        <p className="quiet small">
          <MemberName member={duty.member} /> {t('members.always')}
        </p>
      )}
    </ProblemForm>
  );
}

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
import { App, Button, Checkbox, Form, Input, Space, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST = 6;
const USUAL = { starts: '09:00', ends: '18:00' };

interface Part {
  days: number[];
  starts: string;
  ends: string;
}

interface Values {
  spareId: string | null;
  parts: Part[];
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

/** Shifts of the same hours stand together, with the days on which they hold; a day may have several. */
function DutyForm({ duty: latest, disabled }: { duty: Duty; disabled: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: duty, hold, release } = usePinned(latest);
  const path = { id: duty.member.id };
  const save = async ({ spareId, parts }: Values) => {
    const shifts = (parts ?? []).flatMap(({ days, starts, ends }) =>
      days.map((weekday) => ({ weekday, starts, ends })),
    );
    const body = { spareId: spareId ?? null, shifts, version: duty.version };
    const after = await ask(api.PUT('/api/v1/members/{id}/duty', { params: { path }, body }));
    queries.setQueryData(['members', 'duty', duty.member.id], after);
    release();
    void message.success(t('members.dutySaved'));
  };
  return (
    <ProblemForm<Values>
      key={duty.version}
      name="duty"
      submit={t('members.save')}
      disabled={disabled}
      initial={{ spareId: duty.spare?.id ?? null, parts: partsOf(duty.shifts) }}
      onTyped={hold}
      onSubmit={save}
    >
      <Form.Item name="spareId" label={t('members.spare')} extra={t('members.spareHint')}>
        <MemberSelect state="HERE" allowClear without={duty.member.id} known={[duty.spare]} />
      </Form.Item>
      {duty.shifts.length > 0 ? null : (
        <p className="quiet small">
          <MemberName member={duty.member} /> {t('members.always')}
        </p>
      )}
      <Form.List name="parts">
        {(parts, { add, remove }) => (
          <>
            {parts.map((part, at) => (
              <ShiftPart key={part.key} name={part.name} number={at + 1} remove={() => remove(part.name)} />
            ))}
            <Button disabled={disabled || parts.length >= MOST} onClick={() => add({ days: [], ...USUAL })}>
              {t(parts.length === 0 ? 'members.addShifts' : 'members.addShift')}
            </Button>
          </>
        )}
      </Form.List>
    </ProblemForm>
  );
}

function ShiftPart({ name, number, remove }: { name: number; number: number; remove: () => void }) {
  const { t } = useTranslation();
  const time = [{ required: true, pattern: TIME, message: t('members.timeWrong') }];
  return (
    <fieldset className="shift-part" aria-label={t('members.shift', { number })}>
      <Form.Item
        name={[name, 'days']}
        label={t('members.days')}
        rules={[{ required: true, message: t('members.daysNeeded') }]}
      >
        <Checkbox.Group options={DAYS.map((day) => ({ value: day, label: t(`members.day.${day}`) }))} />
      </Form.Item>
      <div className="shift-hours">
        <Form.Item name={[name, 'starts']} label={t('members.starts')} rules={time}>
          <Input maxLength={5} />
        </Form.Item>
        <Form.Item name={[name, 'ends']} label={t('members.ends')} rules={time}>
          <Input maxLength={5} />
        </Form.Item>
        <Button type="text" onClick={remove}>
          {t('members.removeShift')}
        </Button>
      </div>
    </fieldset>
  );
}

function partsOf(shifts: Duty['shifts']): Part[] {
  const parts = new Map<string, Part>();
  for (const { weekday, starts, ends } of shifts) {
    const key = `${starts}-${ends}`;
    const part = parts.get(key) ?? { days: [], starts, ends };
    part.days.push(weekday);
    parts.set(key, part);
  }
  return [...parts.values()];
}

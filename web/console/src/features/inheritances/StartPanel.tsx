import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Inheritance, usePages } from '@tilth/api';
import { counted, MemberSelect, ProblemForm, Section, SidePanel } from '@tilth/ui';
import { App, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Kind = Inheritance['kind'];

interface Values {
  from: string;
  to: string;
  which: 'ALL' | 'SOME';
  groups: boolean;
  message: string | null;
}

interface Props {
  kind: Kind;
  from: string;
  onClose: () => void;
  onStarted: (id: string) => void;
}

/** From whom, to whom, which customers, and what will happen in the next 24 hours. */
export function StartPanel({ kind, from, onClose, onStarted }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const giver = Form.useWatch('from', form) ?? from;
  const taker = Form.useWatch('to', form);
  const which = Form.useWatch('which', form);
  const start = async (values: Values) => {
    const made = await ask(
      api.POST('/api/v1/inheritances', {
        body: {
          kind,
          from: values.from,
          to: values.to,
          customers: values.which === 'SOME' ? [...chosen] : null,
          groups: values.groups,
          message: values.message?.trim() || null,
        },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['inheritances'] });
    void message.success(t('inheritances.started'));
    onStarted(made.id);
  };
  return (
    <SidePanel title={t(`inheritances.start.${kind}`)} subtitle={t(`inheritances.startLede.${kind}`)} onClose={onClose}>
      <ProblemForm<Values>
        name="inheritance"
        form={form}
        submit={t('inheritances.begin')}
        initial={{ ...(from ? { from } : {}), which: 'ALL', groups: kind === 'RESIGNED' }}
        disabled={which === 'SOME' && chosen.size === 0}
        onSubmit={start}
      >
        <Form.Item
          name="from"
          label={t(`inheritances.from.${kind}`)}
          rules={[{ required: true, message: t('inheritances.fromMissing') }]}
        >
          <MemberSelect state={kind === 'RESIGNED' ? 'LEFT' : 'HERE'} />
        </Form.Item>
        <Form.Item
          name="to"
          label={t('inheritances.to')}
          rules={[{ required: true, message: t('inheritances.toMissing') }]}
        >
          <MemberSelect state="HERE" without={giver ?? null} />
        </Form.Item>
        <Form.Item name="which" label={t('inheritances.which')}>
          <Radio.Group className="radios">
            <Radio value="ALL">{t('inheritances.whichAll')}</Radio>
            <Radio value="SOME">{t('inheritances.whichSome')}</Radio>
          </Radio.Group>
        </Form.Item>
        {which === 'SOME' && giver ? <Pick member={giver} chosen={chosen} onChange={setChosen} /> : null}
        <Form.Item name="groups" valuePropName="checked">
          <Checkbox>{t('inheritances.groupsToo')}</Checkbox>
        </Form.Item>
        {kind === 'ON_JOB' ? (
          <Form.Item name="message" label={t('inheritances.message')} extra={t('inheritances.messageHint')}>
            <Input.TextArea rows={3} maxLength={200} showCount placeholder={t('inheritances.messageExample')} />
          </Form.Item>
        ) : null}
        <div className="note">
          <div className="prose">
            <p>{t('inheritances.willHappen')}</p>
            <ul>
              <li>{t(`inheritances.will.${kind}`)}</li>
              <li>{t('inheritances.will.refuse')}</li>
              <li>{t('inheritances.will.limit')}</li>
              {taker ? <li>{t('inheritances.will.heir')}</li> : null}
            </ul>
          </div>
        </div>
      </ProblemForm>
    </SidePanel>
  );
}

interface PickProps {
  member: string;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

function Pick({ member, chosen, onChange }: PickProps) {
  const { t, i18n } = useTranslation();
  const pages = usePages(['customers', 'of', member], (cursor) =>
    ask(api.GET('/api/v1/customers', { params: { query: { member, ...(cursor ? { cursor } : {}) } } })),
  );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    onChange(next);
  };
  return (
    <Section title={t('inheritances.chosen', { count: chosen.size, number: counted(chosen.size, i18n.language) })}>
      <ul className="pick">
        {pages.rows.map((customer) => (
          <li key={customer.id}>
            <Checkbox checked={chosen.has(customer.id)} onChange={() => toggle(customer.id)}>
              {customer.name}
            </Checkbox>
          </li>
        ))}
      </ul>
      {pages.hasMore ? (
        <Button size="small" loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('ui.loadMore', { count: pages.rows.length })}
        </Button>
      ) : null}
    </Section>
  );
}

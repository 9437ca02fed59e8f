import type { ChannelCode } from '@tilth/api';
import { DatePicker, Form, Input, InputNumber, Switch } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelSelect, DepartmentsSelect, MaterialsSelect, MembersSelect, StageSelect, TagsSelect } from './choices';
import type { CodeForm } from './forms';
import { PiecesField } from './PiecesField';

/** What a code is told, in the order in which one thinks of it: what it is for, who receives, what happens then. */
export function CodeFields({ known }: { known?: ChannelCode }) {
  const { t } = useTranslation();
  const form = Form.useWatch<CodeForm | undefined>('kind', { preserve: true }) ?? known?.form ?? 'DIRECT';
  return (
    <>
      <Block title={t('channelCodes.basics')}>
        <Form.Item
          name="name"
          label={t('channelCodes.name')}
          rules={[{ required: true, whitespace: true, message: t('channelCodes.nameMissing') }]}
        >
          <Input maxLength={30} placeholder={t('channelCodes.nameExample')} />
        </Form.Item>
        <Form.Item
          name="channelId"
          label={t('channelCodes.channel')}
          extra={t('channelCodes.channelHint')}
          rules={[{ required: true, message: t('channelCodes.channelMissing') }]}
        >
          <ChannelSelect />
        </Form.Item>
      </Block>
      <Block title={t('channelCodes.routing')} lede={t(`channelCodes.routingHintOf.${form}`)}>
        <Form.Item name="members" label={t('channelCodes.members')}>
          <MembersSelect known={known?.members ?? []} />
        </Form.Item>
        <Form.Item name="departments" label={t('channelCodes.departments')} extra={t('channelCodes.departmentsHint')}>
          <DepartmentsSelect />
        </Form.Item>
        <Toggle name="byRest" />
        <Toggle name="balanced" />
        <Form.Item name="dailyCap" label={t('channelCodes.dailyCap')} extra={t(`channelCodes.dailyCapHintOf.${form}`)}>
          <InputNumber min={1} max={1000} precision={0} placeholder={t('channelCodes.noCap')} />
        </Form.Item>
        <Form.Item
          name="spares"
          label={t('channelCodes.spares')}
          extra={t('channelCodes.sparesHint')}
          dependencies={['dailyCap', 'byRest']}
          rules={[
            (form) => ({
              validator: (_, spares?: string[]) =>
                (form.getFieldValue('dailyCap') || form.getFieldValue('byRest')) && !spares?.length
                  ? Promise.reject(new Error(t('channelCodes.sparesMissing')))
                  : Promise.resolve(),
            }),
          ]}
        >
          <MembersSelect known={known?.spares ?? []} />
        </Form.Item>
        <Toggle name="skipVerify" />
        {form === 'LINK' ? null : <Toggle name="exclusive" />}
      </Block>
      <Block title={t('channelCodes.after')}>
        <Form.Item name="tags" label={t('channelCodes.tags')}>
          <TagsSelect />
        </Form.Item>
        <Form.Item name="stageId" label={t('channelCodes.stage')} extra={t('channelCodes.stageHint')}>
          <StageSelect />
        </Form.Item>
        <Form.Item name="remark" label={t('channelCodes.remark')} extra={t('channelCodes.remarkHint')}>
          <Input maxLength={60} placeholder={t('channelCodes.remarkExample')} />
        </Form.Item>
      </Block>
      <Block title={t('channelCodes.welcome')} lede={t('channelCodes.welcomeHint')}>
        <Toggle name="greets" />
        <Greeting />
      </Block>
      <Block title={t('channelCodes.end')}>
        <Form.Item name="expiresAt" label={t('channelCodes.expiresAt')} extra={t('channelCodes.expiresHint')}>
          <DatePicker
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            placeholder={t('channelCodes.never')}
            disabledDate={(day) => day.isBefore(dayjs().startOf('day'))}
          />
        </Form.Item>
      </Block>
    </>
  );
}

export function Block({ title, lede, children }: { title: string; lede?: string; children: ReactNode }) {
  return (
    <fieldset className="code-block">
      <legend>{title}</legend>
      {lede ? <p className="quiet small">{lede}</p> : null}
      {children}
    </fieldset>
  );
}

interface ToggleProps {
  name: string;
  /** Where the words of the switch are. */
  of?: string;
  /** What it is called, and what it does; where they are elsewhere. */
  words?: [string, string];
}

export function Toggle({ name, of = 'channelCodes', words }: ToggleProps) {
  const { t } = useTranslation();
  const [label, hint] = words ?? [t(`${of}.${name}`), t(`${of}.${name}Hint`)];
  return (
    <div className="code-toggle">
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={label} />
      </Form.Item>
      <div>
        {label}
        <div className="quiet small">{hint}</div>
      </div>
    </div>
  );
}

export function Greeting() {
  const { t } = useTranslation();
  const greets = Form.useWatch('greets');
  if (!greets) {
    return null;
  }
  return (
    <>
      <Form.Item name="day" label={t('channelCodes.day')} extra={t('channelCodes.wordsHint')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="night" label={t('channelCodes.night')} extra={t('channelCodes.nightHint')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="materials" label={t('channelCodes.materials')} extra={t('channelCodes.materialsHint')}>
        <MaterialsSelect />
      </Form.Item>
      <Form.Item name="pieces" label={t('channelCodes.pieces')}>
        <PiecesField />
      </Form.Item>
    </>
  );
}

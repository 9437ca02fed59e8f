import type { ChannelCode } from '@tilth/api';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

export type CodeForm = ChannelCode['form'];

/** Which form a code has, with what each can honestly promise; what is printed says it, so it is chosen once. */
export function FormField({ options, extra }: { options: CodeForm[]; extra?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="kind" label={t('channelCodes.form')} extra={extra}>
      <Radio.Group className="code-forms">
        {options.map((form) => (
          <Radio key={form} value={form} className="code-form">
            <span className="code-form-name">{t(`channelCodes.formOf.${form}`)}</span>
            <span className="quiet small">{t(`channelCodes.formPromise.${form}`)}</span>
            <span className="quiet small">{t(`channelCodes.formPrice.${form}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

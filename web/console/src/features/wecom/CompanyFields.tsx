import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export interface CompanyValues {
  name: string;
  corpId: string;
  agentId: string;
  secret: string;
  domain: string | null;
}

/** What WeCom's admin pages show of the company and its app. A stored secret is never shown again, only replaced. */
export function CompanyFields({ fresh }: { fresh?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="name"
        label={t('wecom.name')}
        rules={[{ required: true, whitespace: true, message: t('wecom.nameMissing') }]}
      >
        <Input maxLength={60} placeholder={t('wecom.nameExample')} />
      </Form.Item>
      {fresh ? (
        <Form.Item
          name="corpId"
          label={t('wecom.corpId')}
          extra={t('wecom.corpIdWhere')}
          rules={[{ required: true, whitespace: true, message: t('wecom.corpIdMissing') }]}
        >
          <Input className="mono" maxLength={64} placeholder="ww1234567890abcdef" autoComplete="off" />
        </Form.Item>
      ) : null}
      <Form.Item
        name="agentId"
        label={t('wecom.agentId')}
        extra={t('wecom.agentIdWhere')}
        rules={[{ required: true, pattern: /^\s*\d{1,10}\s*$/, message: t('wecom.agentIdMissing') }]}
      >
        <Input className="mono" inputMode="numeric" maxLength={12} placeholder="1000002" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('wecom.secret')}
        extra={t(fresh ? 'wecom.secretWhere' : 'wecom.secretKept')}
        rules={fresh ? [{ required: true, whitespace: true, message: t('wecom.secretMissing') }] : []}
      >
        <Input.Password className="mono" maxLength={128} autoComplete="off" />
      </Form.Item>
      <Form.Item name="domain" label={t('wecom.domain')} extra={t('wecom.domainWhy')}>
        <Input className="mono" maxLength={190} placeholder="crm.hemuli.example" autoComplete="off" inputMode="url" />
      </Form.Item>
    </>
  );
}

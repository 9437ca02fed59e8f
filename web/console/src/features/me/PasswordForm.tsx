import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { ProblemForm } from '@tilth/ui';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Values {
  current: string;
  next: string;
}

export function PasswordForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const change = async (values: Values) => {
    await ask(api.PUT('/api/v1/me/password', { body: values }));
    form.resetFields();
    await queries.invalidateQueries({ queryKey: ['me'] });
    void message.success(t('me.passwordChanged'));
  };
  return (
    <ProblemForm<Values> name="password" form={form} submit={t('me.passwordSubmit')} onSubmit={change}>
      <Form.Item
        name="current"
        label={t('me.passwordCurrent')}
        rules={[{ required: true, message: t('me.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('me.passwordNext')}
        extra={t('join.passwordHint')}
        rules={[{ required: true, message: t('me.passwordMissing') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </ProblemForm>
  );
}

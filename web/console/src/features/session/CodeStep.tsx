import { ProblemForm, useCountdown } from '@tilth/ui';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { BackButton } from './PasswordStep';

interface Props {
  onSubmit: (code: string) => Promise<void>;
  onBack: () => void;
}

/** The six figures of the second factor; the sixth one sends them. */
export function CodeStep({ onSubmit, onBack }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ code: string }>();
  const [left, wait] = useCountdown();
  return (
    <ProblemForm<{ code: string }>
      name="code"
      form={form}
      wide
      disabled={left > 0}
      submit={left > 0 ? t('session.wait', { count: left }) : t('session.codeSubmit')}
      onSubmit={({ code }) => onSubmit(code.replace(/\s/g, ''))}
      handles={(problem) => {
        form.resetFields();
        if (problem.code === 'too-many-guesses') {
          wait(problem.retryAfter ?? 20);
        }
        return false;
      }}
      secondary={<BackButton onClick={onBack} />}
    >
      <Form.Item
        name="code"
        label={t('session.code')}
        rules={[{ required: true, pattern: /^\s*(\d\s*){6}$/, message: t('session.codeMissing') }]}
        validateTrigger="onSubmit"
      >
        <Input
          className="door-code"
          size="large"
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          onChange={(event) => event.target.value.replace(/\D/g, '').length === 6 && form.submit()}
        />
      </Form.Item>
    </ProblemForm>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type WecomCompany } from '@tilth/api';
import { CheckIcon, ProblemForm } from '@tilth/ui';
import { Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Values {
  name: string;
  content: string;
}

/** The file by which WeCom sees that the domain is ours: chosen or pasted, served at that domain only. */
export function DomainFile({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const file = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState('');
  const params = { path: { id: company.id } };
  const keep = async ({ name, content }: Values) => {
    const body = { name: name.trim(), content: content.trim() };
    await ask(api.PUT('/api/v1/wecom/companies/{id}/domain-file', { params, body }));
    setKept(body.name);
    await queries.invalidateQueries({ queryKey: ['wecom', 'steps', company.id] });
  };
  const take = async (chosen: File | undefined) => {
    if (chosen) {
      form.setFieldsValue({ name: chosen.name, content: (await chosen.text()).trim() });
    }
  };
  return (
    <div className="stack">
      <div>
        <input
          ref={file}
          type="file"
          accept=".txt,text/plain"
          className="unseen"
          aria-label={t('wecom.fileChoose')}
          tabIndex={-1}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <Button onClick={() => file.current?.click()}>{t('wecom.fileChoose')}</Button>
      </div>
      <ProblemForm<Values> name="domain-file" form={form} submit={t('wecom.fileKeep')} onSubmit={keep}>
        <Form.Item
          name="name"
          label={t('wecom.fileName')}
          rules={[{ required: true, pattern: /^\s*WW_verify_\w+\.txt\s*$/, message: t('wecom.fileNameWrong') }]}
        >
          <Input className="mono" placeholder="WW_verify_AbCdEf123456.txt" maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="content"
          label={t('wecom.fileContent')}
          rules={[{ required: true, whitespace: true, message: t('wecom.fileContentMissing') }]}
        >
          <Input.TextArea className="mono" rows={2} maxLength={1000} />
        </Form.Item>
      </ProblemForm>
      {kept ? (
        <p className="note note-leaf" role="status">
          <CheckIcon />
          <span>{t('wecom.fileKept', { name: kept, domain: company.domain })}</span>
        </p>
      ) : null}
    </div>
  );
}

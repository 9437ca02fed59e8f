import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { Page, ProblemForm, Section, useAddress } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CodeFields } from './CodeFields';
import { FormField } from './forms';
import { formOf, type Values } from './values';
import './channel-codes.css';

export function NewCodePage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const { get } = useAddress();
  const save = async (values: Values) => {
    const code = await ask(
      api.POST('/api/v1/channel-codes', {
        body: { companyId: null, kind: values.kind ?? 'DIRECT', form: formOf(values) },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['channel-codes'] });
    void go(`/console/reach/channel-codes/${code.id}`, { replace: true });
  };
  const initial: Partial<Values> = {
    ...(get('channel') ? { channelId: get('channel') } : {}),
    kind: 'DIRECT',
    byRest: false,
    balanced: false,
    skipVerify: true,
    exclusive: false,
    greets: true,
    day: t('channelCodes.dayUsual'),
    night: t('channelCodes.nightUsual'),
  };
  return (
    <Page title={t('channelCodes.new')} lede={t('channelCodes.newLede')}>
      <Section title={t('channelCodes.formFirst')}>
        <ProblemForm<Values>
          name="channel-code-new"
          draft
          submit={t('channelCodes.create')}
          initial={initial}
          onSubmit={save}
        >
          <FormField options={['DIRECT', 'GUIDED', 'LINK']} extra={t('channelCodes.formHint')} />
          <CodeFields />
        </ProblemForm>
      </Section>
    </Page>
  );
}

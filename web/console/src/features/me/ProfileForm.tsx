import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Me, problemOf } from '@tilth/api';
import { type Difference, Failed, ProblemForm, problemText, Skeleton, StaleDialog, usePinned } from '@tilth/ui';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from './queries';

interface Values {
  name: string;
  language: string;
}

export function ProfileForm() {
  const me = useQuery(meQuery);
  if (me.error && !me.data) {
    return <Failed problem={problemOf(me.error)} retry={() => void me.refetch()} />;
  }
  return me.data ? <Filled me={me.data} /> : <Skeleton />;
}

function Filled({ me: latest }: { me: Me }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: me, hold, release } = usePinned(latest);
  const [stale, setStale] = useState<{ current: Me; mine: Values } | null>(null);
  const save = async (values: Values, version: number) => {
    const saved = await ask(api.PUT('/api/v1/me', { body: { ...values, version } }));
    queries.setQueryData(meQuery.queryKey, saved);
    setStale(null);
    release();
    await queries.invalidateQueries({ queryKey: ['session'] });
    void message.success(t('me.saved'));
  };
  const languages = ['zh-CN', 'en'].map((value) => ({ value, label: t(`app.language.${value}`) }));
  return (
    <>
      <ProblemForm<Values>
        key={me.version}
        name="profile"
        submit={t('me.save')}
        initial={{ name: me.name, language: me.language }}
        onTyped={hold}
        onSubmit={(values) => save(values, me.version)}
        onStale={(current, mine) => setStale({ current: current as Me, mine })}
      >
        <div className="form-fact">
          <span className="field-label">{t('me.login')}</span>
          {me.login.startsWith('wecom-') ? t('accounts.byWecom') : me.login}
        </div>
        <Form.Item name="name" label={t('me.name')} rules={[{ required: true, message: t('me.nameMissing') }]}>
          <Input maxLength={30} autoComplete="name" />
        </Form.Item>
        <Form.Item name="language" label={t('me.language')}>
          <Select options={languages} />
        </Form.Item>
      </ProblemForm>
      <StaleDialog
        rows={stale ? differences(stale.current, stale.mine, t) : null}
        onClose={() => setStale(null)}
        onTakeTheirs={() => {
          queries.setQueryData(meQuery.queryKey, stale?.current);
          setStale(null);
          release();
        }}
        onKeepMine={() => {
          if (stale) {
            save(stale.mine, stale.current.version).catch(
              (error) => void message.error(problemText(problemOf(error), t)),
            );
          }
        }}
      />
    </>
  );
}

function differences(current: Me, mine: Values, t: (key: string) => string): Difference[] {
  return [
    { label: t('me.name'), theirs: current.name, mine: mine.name, differs: current.name !== mine.name },
    {
      label: t('me.language'),
      theirs: current.language,
      mine: mine.language,
      differs: current.language !== mine.language,
    },
  ];
}

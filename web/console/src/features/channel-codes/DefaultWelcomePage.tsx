import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type DefaultWelcome, problemOf, useMay } from '@tilth/api';
import { Banner, Failed, Page, ProblemForm, Section, Skeleton, usePinned } from '@tilth/ui';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Greeting, Toggle } from './CodeFields';
import { type Greets, greetingOf, greetsOf } from './values';
import './channel-codes.css';

/** How those are greeted whom no code of ours brought. */
export function DefaultWelcomePage() {
  const { t } = useTranslation();
  const welcome = useQuery({
    queryKey: ['default-welcome'],
    queryFn: () => ask(api.GET('/api/v1/default-welcome')),
  });
  return (
    <Page title={t('welcomes.usual.title')} lede={t('welcomes.usual.lede')}>
      {welcome.data ? (
        <Usual welcome={welcome.data} />
      ) : welcome.error ? (
        <Failed problem={problemOf(welcome.error)} retry={() => void welcome.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function Usual({ welcome: latest }: { welcome: DefaultWelcome }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const pinned = usePinned(latest);
  const welcome = pinned.record;
  const save = async (values: Greets) => {
    await ask(api.PUT('/api/v1/default-welcome', { body: { welcome: greetingOf(values), version: welcome.version } }));
    pinned.release();
    await queries.invalidateQueries({ queryKey: ['default-welcome'] });
    void message.success(t('welcomes.usual.saved'));
  };
  const first = welcome.version === 0;
  const initial: Greets = first
    ? { ...greetsOf(welcome.welcome), day: t('welcomes.usual.day'), night: t('welcomes.usual.night') }
    : greetsOf(welcome.welcome);
  if (!may('channel-code:write')) {
    return <Banner tone="clay">{t('welcomes.usual.readOnly')}</Banner>;
  }
  return (
    <Section title={t('welcomes.usual.section')} lede={t('welcomes.usual.order')}>
      <ProblemForm<Greets>
        key={welcome.version}
        name="default-welcome"
        submit={t('channelCodes.save')}
        initial={initial}
        onTyped={pinned.hold}
        onSubmit={save}
        onStale={() => {
          pinned.release();
          void queries.invalidateQueries({ queryKey: ['default-welcome'] });
          void message.warning(t('welcomes.usual.stale'));
        }}
      >
        <Toggle name="greets" words={[t('welcomes.usual.greets'), t('welcomes.usual.greetsHint')]} />
        <Greeting />
      </ProblemForm>
    </Section>
  );
}

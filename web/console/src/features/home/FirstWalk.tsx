import { useQuery } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { CheckIcon, Failed, RightIcon, Section, Skeleton } from '@tilth/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './home.css';

const HIDDEN = 'tilth.first-walk.hidden';
const WRITING_MS = 3_000;

/** Where each step is done; what is done already leads to the same place, to look at it. */
const PLACES = {
  CONNECTED: '/console/settings/wecom',
  SYNCED: '/console/settings/wecom',
  CODE: '/console/reach/channel-codes/new',
  CUSTOMER: '/console/reach/channel-codes',
  MATERIAL: '/console/materials',
  SHARE: '/console/tracking',
  READ: '/console/alerts',
} as const;

/** Leads a company along its first walk, each step ticked by what is really there; and to the demo's two stories. */
export function FirstWalk() {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState(() => localStorage.getItem(HIDDEN) === 'yes');
  const walk = useQuery({
    queryKey: ['first-walk'],
    queryFn: () => ask(api.GET('/api/v1/first-walk')),
    refetchInterval: (query) => ((query.state.data?.told ?? 100) < 100 ? WRITING_MS : false),
  });
  const put = (away: boolean) => {
    localStorage.setItem(HIDDEN, away ? 'yes' : 'no');
    setHidden(away);
  };
  if (hidden) {
    return (
      <p>
        <Button onClick={() => put(false)}>{t('home.walk.show')}</Button>
      </p>
    );
  }
  if (walk.error && !walk.data) {
    return <Failed problem={problemOf(walk.error)} retry={() => void walk.refetch()} />;
  }
  if (!walk.data) {
    return <Skeleton lines={7} />;
  }
  const { steps, stories, told } = walk.data;
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <>
      {stories.length > 0 ? (
        <Section title={t('home.stories.title')} lede={t('home.stories.lede')}>
          {told < 100 ? <p role="status">{t('home.stories.writing', { told })}</p> : null}
          <ol className="steps">
            {stories.map((story) => (
              <li key={story.customerId} className="step">
                <span className="step-mark" />
                <div>
                  <p className="step-title">{t(`home.stories.${story.kind}.title`, { name: story.name })}</p>
                  <p className="quiet">{t(`home.stories.${story.kind}.text`)}</p>
                </div>
                <Link to={`/console/customers/${story.customerId}`} className="step-go">
                  {t('home.stories.look')}
                  <RightIcon size={16} />
                </Link>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      <Section
        title={t('home.walk.title')}
        lede={next ? t('home.walk.progress', { done, total: steps.length }) : t('home.walk.allDone')}
      >
        <ol className="steps">
          {steps.map((step) => (
            <li key={step.mark} className={step.done ? 'step step-done' : 'step'}>
              <span className="step-mark">{step.done ? <CheckIcon size={14} /> : null}</span>
              <div>
                <p className="step-title">
                  {t(`home.walk.${step.mark}.title`)}
                  {step.done ? <span className="unseen">{t('home.done')}</span> : null}
                </p>
                <p className="quiet">{t(`home.walk.${step.mark}.${step.done ? 'done' : 'why'}`)}</p>
              </div>
              <Link to={PLACES[step.mark]} className={step === next ? 'step-go step-next' : 'step-go'}>
                {t(step.done ? 'home.look' : `home.walk.${step.mark}.do`)}
                <RightIcon size={16} />
              </Link>
            </li>
          ))}
        </ol>
        <p>
          <Button onClick={() => put(true)}>{t('home.walk.hide')}</Button>
        </p>
      </Section>
    </>
  );
}

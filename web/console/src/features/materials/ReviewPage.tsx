import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type MaterialReview, problemOf, useMay } from '@tilth/api';
import { Failed, Page, ProblemForm, Section, Skeleton } from '@tilth/ui';
import { App, Form, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewQuery } from './queries';
import './materials.css';

interface Values {
  always: boolean;
  own: string[];
  allowed: string[];
}

const CLAIMS = ['INDUCEMENT', 'ABSOLUTE', 'MEDICAL', 'FINANCIAL'] as const;

/** How closely the company looks at its materials before customers read them. */
export function ReviewPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const query = useQuery(reviewQuery);
  return (
    <Page title={t('materials.review')} lede={t('materials.reviewLede')}>
      {tabs}
      {query.data ? (
        <ReviewForm key={query.data.version} review={query.data} />
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function ReviewForm({ review }: { review: MaterialReview }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const save = async (values: Values) => {
    const answer = await ask(api.PUT('/api/v1/material-review', { body: { ...values, version: review.version } }));
    queries.setQueryData(reviewQuery.queryKey, answer);
    void message.success(t('materials.reviewSaved'));
  };
  return (
    <>
      <Section title={t('materials.reviewWhen')}>
        <ProblemForm<Values>
          name="material-review"
          submit={t('materials.reviewSave')}
          initial={{ always: review.always, own: review.own, allowed: review.allowed }}
          disabled={!may('material:review')}
          onSubmit={save}
        >
          <Form.Item
            name="always"
            label={t('materials.always')}
            extra={t('materials.alwaysHelp')}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
          <Form.Item name="own" label={t('materials.ownWords')} extra={t('materials.ownWordsHelp')}>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ' ']} />
          </Form.Item>
          <Form.Item name="allowed" label={t('materials.allowed')} extra={t('materials.allowedHelp')}>
            <Select
              mode="multiple"
              options={review.house.map(({ word, claim }) => ({
                value: word,
                label: `${word} · ${t(`materials.claims.${claim}`)}`,
              }))}
            />
          </Form.Item>
        </ProblemForm>
      </Section>
      <Section title={t('materials.houseWords')} lede={t('materials.houseWordsLede')}>
        <dl className="house-words">
          {CLAIMS.map((claim) => (
            <div key={claim}>
              <dt>{t(`materials.claims.${claim}`)}</dt>
              <dd className="quiet">
                {review.house
                  .filter((word) => word.claim === claim)
                  .map((word) => word.word)
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

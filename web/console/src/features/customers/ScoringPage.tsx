import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type ScoreRules, useMay } from '@tilth/api';
import { Banner, Facts, Failed, Page, ProblemForm, Section, Skeleton } from '@tilth/ui';
import { App, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scoreRulesQuery } from './queries';
import './customers.css';

const RULES = ['halfLife', 'dailyCap', 'repeatHours'] as const;
const GRADES = ['high', 'middle', 'low'] as const;
const GROUPS = {
  read: ['FRIEND_ADDED', 'OPENED', 'READ', 'READ_LONG'],
  priced: ['PRICE_OPENED', 'PRICE_READ_LONG'],
  again: ['OPENED_AGAIN', 'FORWARD_READ'],
  contact: ['CONTACT_TAPPED', 'PHONE_LEFT', 'BOOKED', 'SHOP_VISITED'],
} as const;
const GROUP_NAMES = ['read', 'priced', 'again', 'contact'] as const;
const MOST = { halfLife: 365, dailyCap: 1000, repeatHours: 240 };

type Values = Omit<ScoreRules, 'version' | 'waiting' | 'usual'>;

/** 意向分: what counts how much, and from where a customer is hot. */
export function ScoringPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery(scoreRulesQuery);
  const rules = query.data;
  return (
    <Page title={t('customers.scoring')} lede={t('customers.scoringLede')}>
      {tabs}
      {rules ? (
        <>
          {rules.waiting > 0 ? (
            <Banner tone="leaf">{t('customers.recounting', { count: rules.waiting })}</Banner>
          ) : null}
          {may('customer-setting:write') ? <RulesForm rules={rules} /> : <RulesFacts rules={rules} />}
        </>
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function RulesForm({ rules }: { rules: ScoreRules }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { version, waiting: _, usual, ...initial } = rules;
  const save = async (values: Values) => {
    await ask(api.PUT('/api/v1/score-settings', { body: { ...values, version } }));
    await queries.invalidateQueries({ queryKey: ['score-settings'] });
    void message.success(t('customers.saved'));
  };
  return (
    <ProblemForm<Values>
      key={version}
      name="scoring"
      submit={t('customers.save')}
      initial={initial as Partial<Values>}
      onSubmit={save}
      wide
    >
      <Section title={t('customers.points')} lede={t('customers.pointsLede')}>
        <div className="points-groups">
          {GROUP_NAMES.map((group) => (
            <fieldset key={group} className="points-group">
              <legend>{t(`customers.signalGroup.${group}`)}</legend>
              {GROUPS[group].map((kind) => (
                <Form.Item
                  key={kind}
                  name={['points', kind]}
                  label={
                    <span>
                      {t(`customers.signal.${kind}`)}{' '}
                      <span className="quiet small">{t('customers.usualPoints', { points: usual[kind] ?? 0 })}</span>
                    </span>
                  }
                  className="points-row"
                >
                  <InputNumber min={0} max={100} precision={0} required suffix={t('customers.pointsUnit')} />
                </Form.Item>
              ))}
            </fieldset>
          ))}
        </div>
      </Section>
      <Section title={t('customers.rules')}>
        <div className="points-grid">
          {RULES.map((rule) => (
            <Form.Item
              key={rule}
              name={rule}
              label={t(`customers.rule.${rule}`)}
              extra={t(`customers.ruleHint.${rule}`)}
            >
              <InputNumber min={rule === 'repeatHours' ? 0 : 1} max={MOST[rule]} precision={0} required />
            </Form.Item>
          ))}
        </div>
      </Section>
      <Section title={t('customers.gradeLines')} lede={t('customers.gradeLinesLede')}>
        <div className="points-grid">
          {GRADES.map((grade) => (
            <Form.Item key={grade} name={grade} label={t(`customers.grades.${grade.toUpperCase()}`)}>
              <InputNumber min={1} max={100} precision={0} required suffix={t('customers.andUp')} />
            </Form.Item>
          ))}
        </div>
      </Section>
    </ProblemForm>
  );
}

function RulesFacts({ rules }: { rules: ScoreRules }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('customers.points')}>
        <Facts
          rows={GROUP_NAMES.flatMap((group) => GROUPS[group]).map((kind) => [
            t(`customers.signal.${kind}`),
            String(rules.points[kind] ?? 0),
          ])}
        />
      </Section>
      <Section title={t('customers.rules')}>
        <Facts rows={RULES.map((rule) => [t(`customers.rule.${rule}`), String(rules[rule])])} />
      </Section>
      <Section title={t('customers.gradeLines')}>
        <Facts rows={GRADES.map((grade) => [t(`customers.grades.${grade.toUpperCase()}`), `≥ ${rules[grade]}`])} />
      </Section>
    </>
  );
}

import { Facts, Moment, RightName } from '@tilth/ui';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textKey } from './actions';

/** What exactly was done. Words that are newer than this page are shown as they were noted. */
export function DetailFacts({ detail }: { detail: [string, unknown][] }) {
  const { t, i18n } = useTranslation();
  return (
    <Facts
      rows={detail.map(([field, value]) => [
        i18n.exists(`audit.field.${field}`) ? t(`audit.field.${field}`) : field,
        <Value key={field} field={field} value={value} />,
      ])}
    />
  );
}

const NAMES: Record<string, (text: string) => string> = {
  trade: (trade) => `trade.name.${trade}`,
  plan: (plan) => `company.plan.${plan}`,
  role: (role) => `audit.role.${role}`,
  why: (why) => `audit.why.${textKey(why)}`,
};

function Value({ field, value }: { field: string; value: unknown }): ReactNode {
  const { t, i18n } = useTranslation();
  if (isChange(value)) {
    return (
      <>
        <Value field={field} value={value.was} /> → <Value field={field} value={value.is} />
      </>
    );
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => (
      <Fragment key={String(one)}>
        {index > 0 ? ' · ' : ''}
        <RightName name={String(one)} />
      </Fragment>
    ));
  }
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(value);
  }
  const text = String(value ?? '');
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) {
    return <Moment at={text} />;
  }
  const name = NAMES[field]?.(text) ?? '';
  return name && i18n.exists(name) ? t(name) : text || '–';
}

function isChange(value: unknown): value is { was: unknown; is: unknown } {
  return typeof value === 'object' && value !== null && 'was' in value && 'is' in value;
}

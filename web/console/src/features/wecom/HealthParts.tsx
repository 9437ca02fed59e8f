import type { WecomCompany, WecomHealth } from '@tilth/api';
import { counted, Facts, Meter, Moment, Section, Tag, type Tone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lag } from './lag';

export function CallbackHealth({ callbacks, company }: { callbacks: WecomHealth['callbacks']; company: WecomCompany }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => counted(value, i18n.language);
  const base = `/console/settings/wecom/callbacks?company=${company.id}`;
  return (
    <Section title={t('wecom.callbacks')} action={<Link to={base}>{t('wecom.seeCallbacks')}</Link>}>
      <Facts
        rows={[
          [t('wecom.callbackLast'), callbacks.lastAt ? <Moment key="last" at={callbacks.lastAt} as="ago" /> : '–'],
          [t('wecom.callbackToday'), t('wecom.pieces', { count: callbacks.today, number: number(callbacks.today) })],
          [t('wecom.callbackLag'), lag(callbacks.lagMs, t)],
          [
            t('wecom.callbackWaiting'),
            t('wecom.pieces', { count: callbacks.waiting, number: number(callbacks.waiting) }),
          ],
          [
            t('wecom.callbackFailed'),
            callbacks.failed > 0 ? (
              <Link key="failed" to={`${base}&state=FAILED`}>
                {t('wecom.pieces', { count: callbacks.failed, number: number(callbacks.failed) })}
              </Link>
            ) : (
              t('wecom.pieces', { count: 0, number: '0' })
            ),
          ],
        ]}
      />
    </Section>
  );
}

/** Fuller than this, somebody should look. */
const NEARLY_FULL = 0.8;

export function Quotas({ quota }: { quota: WecomHealth['quota'] }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => counted(value, i18n.language);
  return (
    <Section title={t('wecom.quota')} lede={t('wecom.quotaLede')}>
      {quota.length === 0 ? <p className="quiet">{t('wecom.quotaNone')}</p> : null}
      <ul className="quotas">
        {quota.map((one) => {
          const share = one.limit > 0 ? one.used / one.limit : 0;
          const tone: Tone = share >= 1 ? 'red' : share >= NEARLY_FULL ? 'clay' : 'leaf';
          return (
            <li key={`${one.api} ${one.window}`} className="quota">
              <span className="mono quota-api">{one.api}</span>
              <Meter label={one.api} value={one.used} of={one.limit} tone={tone} />
              <span className="small quota-used">
                {t(`wecom.window.${one.window}`, { used: number(one.used), limit: number(one.limit) })}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export function Tokens({ tokens }: { tokens: WecomHealth['tokens'] }) {
  const { t, i18n } = useTranslation();
  return (
    <Section title={t('wecom.tokens')} lede={t('wecom.tokensLede')}>
      {tokens.length === 0 ? <p className="quiet">{t('wecom.tokensNone')}</p> : null}
      <ul className="rows rows-plain">
        {tokens.map((token) => (
          <li key={token.name}>
            <div>
              <p>
                {i18n.exists(`wecom.token.${token.name}`) ? (
                  t(`wecom.token.${token.name}`)
                ) : (
                  <span className="mono">{token.name}</span>
                )}{' '}
                <Tag tone={token.state === 'OK' ? 'leaf' : token.state === 'FAILING' ? 'red' : 'clay'}>
                  {t(`wecom.tokenState.${token.state}`)}
                </Tag>
              </p>
              <p className="quiet small">
                {token.refreshedAt ? (
                  <>
                    {t('wecom.tokenRefreshed')} <Moment at={token.refreshedAt} as="ago" />
                  </>
                ) : null}
                {token.expiresAt ? (
                  <>
                    {' '}
                    {t('wecom.tokenUntil')} <Moment at={token.expiresAt} />
                  </>
                ) : null}
              </p>
              {token.error ? <p className="small">{token.error}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Drift({ drift }: { drift: WecomHealth['drift'] }) {
  const { t } = useTranslation();
  const found = Object.entries(drift?.differences ?? {}).filter(([, count]) => count > 0);
  return (
    <Section title={t('wecom.drift')} lede={t('wecom.driftLede')}>
      {drift ? (
        <>
          <p>
            {t(found.length > 0 ? 'wecom.driftFound' : 'wecom.driftNone')}{' '}
            <span className="quiet small">
              {t('wecom.checkedAt')} <Moment at={drift.at} />
            </span>
          </p>
          <Differences found={found} />
        </>
      ) : (
        <p className="quiet">{t('wecom.driftNever')}</p>
      )}
    </Section>
  );
}

export function Differences({ found }: { found: [string, number][] }) {
  const { t, i18n } = useTranslation();
  if (found.length === 0) {
    return null;
  }
  return (
    <ul className="bullets">
      {found.map(([kind, count]) => {
        const key = `wecom.difference.${kind.replaceAll(/[.-]/g, '_')}`;
        return (
          <li key={kind}>
            {i18n.exists(key) ? t(key) : <span className="mono">{kind}</span>}{' '}
            <strong>{counted(count, i18n.language)}</strong>
          </li>
        );
      })}
    </ul>
  );
}

export function Licences({ licences }: { licences: NonNullable<WecomHealth['licences']> }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => counted(value, i18n.language);
  const kinds = ['active', 'trial', 'expired', 'none'] as const;
  return (
    <Section title={t('wecom.licences')} lede={t('wecom.licencesLede')}>
      <Facts
        rows={kinds.map((kind) => [
          t(`wecom.licence.${kind}`),
          t('wecom.people', { count: licences[kind], number: number(licences[kind]) }),
        ])}
      />
    </Section>
  );
}

export function Errors({ errors }: { errors: WecomHealth['errors'] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('wecom.errors')}>
      {errors.length === 0 ? <p className="quiet">{t('wecom.errorsNone')}</p> : null}
      <ul className="rows rows-plain">
        {errors.map((error) => (
          <li key={`${error.api} ${error.code}`}>
            <div>
              <p>{error.sentence}</p>
              <p className="quiet small">
                <span className="mono">
                  {error.api} · {error.code}
                </span>{' '}
                · {t('wecom.errorTimes', { count: error.times })} · <Moment at={error.at} as="ago" />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

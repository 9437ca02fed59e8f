import type { AuditEntry } from '@tilth/api';
import type { i18n as I18n, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { textKey } from './actions';

/** Each deed in a human sentence; one that is newer than this page is told by its own name. */
export function AuditSentence({ entry }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const key = `audit.action.${textKey(entry.action)}`;
  const subject = entry.subject?.name ?? entry.subject?.id ?? '';
  if (i18n.exists(key)) {
    return <>{t(key, { ...told(entry.detail, t, i18n), subject })}</>;
  }
  return (
    <>
      {t('audit.unknown')} <span className="mono">{entry.action}</span> {subject}
    </>
  );
}

/** Who did it: a colleague, a key, platform support, or Tilth itself. */
export function AuditActor({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const { kind, name } = entry.actor;
  if (kind === 'ACCOUNT') {
    return <>{name ?? t('audit.actorGone')}</>;
  }
  return <>{kind === 'SYSTEM' ? t('audit.actorKind.SYSTEM') : `${t(`audit.actorKind.${kind}`)} · ${name ?? ''}`}</>;
}

/** The reason of a visit may be one of the platform's own, which has a name. */
function told(detail: AuditEntry['detail'], t: TFunction, i18n: I18n): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(detail ?? {}).map(([name, value]) => [name, String(value)]));
  const why = `audit.why.${textKey(texts.why ?? '')}`;
  return texts.why && i18n.exists(why) ? { ...texts, why: t(why) } : texts;
}

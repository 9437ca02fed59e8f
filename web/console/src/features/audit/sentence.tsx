import type { AuditEntry } from '@tilth/api';
import { useTranslation } from 'react-i18next';

/** Each deed in a human sentence; one that is newer than this page is told by its own name. */
export function AuditSentence({ entry }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const key = `audit.action.${entry.action.replaceAll('.', '_').replaceAll('-', '_')}`;
  const subject = entry.subject?.name ?? entry.subject?.id ?? '';
  if (i18n.exists(key)) {
    return <>{t(key, { ...plain(entry.detail), subject })}</>;
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

function plain(detail: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}

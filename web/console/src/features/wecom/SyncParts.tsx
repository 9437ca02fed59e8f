import type { Sync } from '@tilth/api';
import { CheckIcon, counted, Meter, WarnIcon } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

/** Part by part: what is here, what is still to come. */
export function SyncParts({ sync }: { sync: Sync }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => counted(value, i18n.language);
  return (
    <div className="stack">
      <ul className="sync-parts" aria-label={t('wecom.parts')}>
        {sync.parts.map((part) => {
          const name = i18n.exists(`wecom.part.${part.name}`) ? t(`wecom.part.${part.name}`) : part.name;
          const left = Math.max(0, part.total - part.done);
          return (
            <li key={part.name} className="sync-part">
              <span className="sync-name">
                {part.state === 'DONE' ? <CheckIcon size={14} /> : null}
                {name}
              </span>
              <Meter
                label={name}
                value={part.state === 'DONE' ? 1 : part.done}
                of={part.state === 'DONE' ? 1 : part.total}
                tone={sync.state === 'FAILED' ? 'red' : 'leaf'}
              />
              <span className="sync-count small">
                {part.state === 'TODO'
                  ? t('wecom.partWaiting')
                  : part.state === 'DONE'
                    ? t('wecom.partDone', { count: part.done, number: number(part.done) })
                    : t('wecom.partLeft', { done: number(part.done), total: number(part.total), left: number(left) })}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="quiet small">
        {t('wecom.syncCalls', { calls: number(sync.calls) })}
        {sync.waitedMs >= 1000 ? ` ${t('wecom.syncWaited', { seconds: Math.round(sync.waitedMs / 1000) })}` : null}
      </p>
      {sync.reason ? (
        <p className="note note-red">
          <WarnIcon />
          <span>{sync.reason}</span>
        </p>
      ) : null}
    </div>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { Switch } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { useHint } from '../../parts/Hints';
import { sentenceOf } from '../../parts/states';

const KEY = ['notice-settings'];

/** Of what I want to be told by message, and when the phone stays silent. */
export function NoticeSettings() {
  const { t, i18n } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const { data: setting } = useQuery({ queryKey: KEY, queryFn: () => ask(api.GET('/api/v1/me/notice-settings')) });
  const change = useMutation({
    mutationFn: (next: NonNullable<typeof setting>) => ask(api.PUT('/api/v1/me/notice-settings', { body: next })),
    onMutate: (next) => queries.setQueryData(KEY, next),
    onSuccess: (saved) => queries.setQueryData(KEY, saved),
    onError: (error) => {
      hint(sentenceOf(problemOf(error), t));
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  if (!setting) {
    return null;
  }
  const kinds = Object.entries(setting.kinds);
  return (
    <section className="card">
      <h2>{t('me.notices')}</h2>
      {kinds.map(([kind, on]) => {
        const key = `me.kind.${kind.replaceAll(/[.-]/g, '_')}`;
        return (
          <Line
            key={kind}
            text={i18n.exists(key) ? t(key) : kind}
            on={on}
            turn={() => change.mutate({ ...setting, kinds: { ...setting.kinds, [kind]: !on } })}
          />
        );
      })}
      <Line
        text={t('me.phoneLeft')}
        on={setting.phoneLeftPasses}
        turn={() => change.mutate({ ...setting, phoneLeftPasses: !setting.phoneLeftPasses })}
      />
      <Line
        text={t('me.ownHours')}
        on={setting.ownHours}
        turn={() => change.mutate({ ...setting, ownHours: !setting.ownHours })}
      />
      {setting.ownHours ? (
        <div className="hours">
          {(['quietFrom', 'quietTo'] as const).map((end) => (
            <label key={end} className="field">
              <span>{t(`me.${end}`)}</span>
              <input
                className="input"
                type="time"
                value={setting[end].slice(0, 5)}
                onChange={(event) => event.target.value && change.mutate({ ...setting, [end]: event.target.value })}
              />
            </label>
          ))}
        </div>
      ) : (
        <p className="quiet small">
          {t('me.quiet', { from: setting.quietFrom.slice(0, 5), to: setting.quietTo.slice(0, 5) })}
        </p>
      )}
    </section>
  );
}

function Line({ text, on, turn }: { text: string; on: boolean; turn: () => void }) {
  return (
    <div className="switch-line">
      <span>{text}</span>
      <Switch checked={on} onChange={turn} aria-label={text} />
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/icons';
import { Sheet } from '../../parts/Sheet';

const REASONS = ['NO_NEED', 'BOUGHT_ELSEWHERE', 'NOT_YET', 'DOES_NOT_ANSWER', 'WRONG_PERSON'] as const;

type Choice = { deed: 'later'; until: 'TWO_HOURS' | 'TOMORROW' } | { deed: 'not-now'; reason: string };

/** When to be reminded again; or why not at all, which teaches the list. */
export function Later({ name, close, choose }: { name: string; close: () => void; choose: (asked: Choice) => void }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(false);
  return (
    <Sheet title={why ? t('today.whyNot', { name }) : t('today.when', { name })} close={close}>
      {why
        ? REASONS.map((reason) => (
            <button
              key={reason}
              type="button"
              className="choice"
              onClick={() => choose({ deed: 'not-now', reason: t(`today.reasons.${reason}`) })}
            >
              {t(`today.reasons.${reason}`)}
            </button>
          ))
        : (['TWO_HOURS', 'TOMORROW'] as const).map((until) => (
            <button key={until} type="button" className="choice" onClick={() => choose({ deed: 'later', until })}>
              <Icon name="clock" size={20} />
              {t(`today.until.${until}`)}
            </button>
          ))}
      {!why && (
        <button type="button" className="choice" onClick={() => setWhy(true)}>
          <Icon name="close" size={20} />
          {t('today.notNow')}
          <Icon name="next" size={18} />
        </button>
      )}
    </Sheet>
  );
}

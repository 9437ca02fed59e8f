import { usePages } from '@tilth/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchAlerts } from '../../data/alerts';
import { AlertRow } from '../../parts/AlertRow';
import { Bar } from '../../parts/Bar';
import { Rows } from '../../parts/Rows';
import { Nothing } from '../../parts/states';

const STATES = ['OPEN', 'ALL'] as const;

/** Who read something and has not been turned to yet. */
export function AlertsPage() {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof STATES)[number]>('OPEN');
  const pages = usePages(['alerts', state], fetchAlerts(state, true));
  return (
    <main>
      <Bar title={t('alerts.title')} inner />
      <div className="chips">
        {STATES.map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === state} onClick={() => setState(one)}>
            {t(`alerts.show.${one}`)}
          </button>
        ))}
      </div>
      <Rows pages={pages} none={<Nothing title={t('alerts.none')}>{t('alerts.noneText')}</Nothing>}>
        {(alert) => <AlertRow key={alert.id} alert={alert} />}
      </Rows>
    </main>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/text';
import { WithDeeds } from '../device/deeds';
import { Icon, type IconName } from '../device/icons';
import { Calls } from './Calls';
import { ClockPanel } from './ClockPanel';
import { Companies } from './Companies';
import { Deliveries } from './Deliveries';
import { Faults } from './Faults';
import { WorldPanel } from './WorldPanel';

const PANELS: [key: 'companies' | 'deliveries' | 'calls' | 'clock' | 'faults' | 'world', icon: IconName][] = [
  ['companies', 'grid'],
  ['deliveries', 'send'],
  ['calls', 'link'],
  ['clock', 'clock'],
  ['faults', 'sliders'],
  ['world', 'globe'],
];
type Panel = (typeof PANELS)[number][0];

/** 平台控制台: what on the real platform only its operators can do. */
export function Drawer({ close }: { close: () => void }) {
  const { say } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [panel, setPanel] = useState<Panel>('companies');
  useEffect(() => {
    dialog.current?.showModal?.();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer"
      onClose={close}
      onPointerDown={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className="drawer-inside">
        <header>
          <h2 id="drawer">{say('console')}</h2>
          <button
            type="button"
            className="bar-button"
            aria-label={say('close')}
            onClick={() => dialog.current?.close?.()}
          >
            <Icon name="close" />
          </button>
        </header>
        <nav className="drawer-nav" aria-label={say('console')}>
          {PANELS.map(([key, icon]) => (
            <button
              key={key}
              type="button"
              aria-current={panel === key ? 'page' : undefined}
              onClick={() => setPanel(key)}
            >
              <Icon name={icon} size={17} /> {say(`console.${key}`)}
            </button>
          ))}
        </nav>
        <div className="drawer-body">
          <WithDeeds>
            {panel === 'companies' && <Companies />}
            {panel === 'deliveries' && <Deliveries />}
            {panel === 'calls' && <Calls />}
            {panel === 'clock' && <ClockPanel />}
            {panel === 'faults' && <Faults />}
            {panel === 'world' && <WorldPanel />}
          </WithDeeds>
        </div>
      </div>
    </dialog>
  );
}

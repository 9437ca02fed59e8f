import type { Session } from '@tilth/api';
import { Watermark } from '@tilth/ui';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useLive } from '../live/useLive';
import { Banners } from './Banners';
import { CommandMenu } from './CommandMenu';
import { KeyHelp } from './KeyHelp';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';
import { useShellKeys } from './useShellKeys';
import './shell.css';

/** The frame of every room: where one is, where one can go, and what the whole company should know right now. */
export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const location = useLocation();
  const [drawer, setDrawer] = useState(false);
  const [menu, setMenu] = useState(false);
  const [help, setHelp] = useState(false);
  useLive(session);
  useShellKeys({ openMenu: () => setMenu(true), openHelp: () => setHelp(true) });
  useEffect(() => setDrawer(false), [location.pathname]);

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Navigation session={session} open={drawer} onClose={() => setDrawer(false)} />
      <div className="shell-body">
        <TopBar
          session={session}
          onMenu={() => setDrawer(true)}
          onSearch={() => setMenu(true)}
          onHelp={() => setHelp(true)}
        />
        <Banners session={session} />
        <main id="content" tabIndex={-1}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {session.support ? <SupportMark session={session} /> : null}
      {menu ? <CommandMenu session={session} onClose={() => setMenu(false)} onHelp={() => setHelp(true)} /> : null}
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

function SupportMark({ session }: { session: Session }) {
  const { i18n } = useTranslation();
  const [since] = useState(() => new Date());
  const time = since.toLocaleString(i18n.language, { timeZone: session.place.timeZone, hour12: false });
  return <Watermark text={`${session.account.name} ${time}`} />;
}

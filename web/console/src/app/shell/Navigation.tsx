import type { Session } from '@tilth/api';
import { CloseIcon, Mark, usePhone } from '@tilth/ui';
import { Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { type Destination, destinations } from '../destinations';
import { LanguageMenu, ThemeMenu } from './TopBar';

interface Props {
  session: Session;
  open: boolean;
  onClose: () => void;
}

/** At the side on a desk, a drawer in the hand. */
export function Navigation({ session, open, onClose }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const close = useRef<HTMLButtonElement>(null);
  const shown = open || !phone;
  useEffect(() => {
    if (!(phone && open)) {
      return;
    }
    close.current?.focus();
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [phone, open, onClose]);

  return (
    <>
      {phone && open ? (
        <button type="button" className="nav-shade" tabIndex={-1} aria-hidden="true" onClick={onClose} />
      ) : null}
      <nav className={open ? 'nav nav-open' : 'nav'} aria-label={t('nav.label')} hidden={!shown}>
        <div className="nav-brand">
          <Mark size={26} />
          <span>{t(session.place.kind === 'HOUSE' ? 'app.house' : 'app.name')}</span>
          {phone ? (
            <button type="button" ref={close} className="icon-button" aria-label={t('ui.close')} onClick={onClose}>
              <CloseIcon />
            </button>
          ) : null}
        </div>
        <ul className="nav-list">
          {destinations(session).map((destination) => (
            <NavItem key={destination.key} destination={destination} />
          ))}
        </ul>
        {phone ? (
          <div className="nav-foot">
            <LanguageMenu />
            <ThemeMenu />
          </div>
        ) : null}
      </nav>
    </>
  );
}

function NavItem({ destination }: { destination: Destination }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const Icon = destination.icon;
  if (!destination.path) {
    return (
      <li>
        <Tooltip title={t('nav.soon')} placement="right" mouseEnterDelay={0.2}>
          <span className="nav-item nav-soon">
            <Icon />
            {t(`nav.${destination.key}`)}
            <span className="unseen">({t('nav.soon')})</span>
          </span>
        </Tooltip>
      </li>
    );
  }
  const here = roomOf(destination, pathname);
  const inside = destination.rooms !== undefined && (here !== undefined || pathname.startsWith(destination.path));
  return (
    <li>
      {destination.rooms ? (
        <Link className="nav-item" to={destination.entrance ?? destination.path}>
          <Icon />
          {t(`nav.${destination.key}`)}
        </Link>
      ) : (
        <NavLink className="nav-item" to={destination.path} end={!destination.path.endsWith('tenants')}>
          <Icon />
          {t(`nav.${destination.key}`)}
        </NavLink>
      )}
      {inside ? (
        <ul className="nav-rooms">
          {destination.rooms?.map((room) => (
            <li key={room.key}>
              <Link
                className={room === here ? 'nav-item active' : 'nav-item'}
                to={room.path ?? ''}
                aria-current={room === here ? 'page' : undefined}
              >
                {t(`nav.${room.key}`)}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** The room in which one stands: a room within a room is the inner one. */
function roomOf(destination: Destination, pathname: string): Destination | undefined {
  const around = (destination.rooms ?? []).filter(({ path = '' }) => `${pathname}/`.startsWith(`${path}/`));
  return around.sort((one, other) => (other.path?.length ?? 0) - (one.path?.length ?? 0))[0];
}

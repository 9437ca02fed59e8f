import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../app/text';
import { Icon, type IconName } from './icons';

export interface MenuEntry {
  icon: IconName;
  text: string;
  do: () => void;
}

interface Props {
  title: string;
  note?: string | undefined;
  onBack?: (() => void) | undefined;
  actions?: ReactNode;
  foot?: ReactNode;
  /** What the screen lies on: a list's white or a conversation's grey. */
  ground?: 'list' | 'chat';
  children: ReactNode;
}

/** One screen of a phone: a bar on top, what scrolls, and what stays at the foot. */
export function Screen({ title, note, onBack, actions, foot, ground = 'list', children }: Props) {
  const { say } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Who came here by a button goes on from the new screen's title, not from the top of the page.
    if (onBack && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [onBack]);
  return (
    <div className="screen">
      <header className="screen-bar">
        {onBack && (
          <button type="button" className="bar-button bar-back" onClick={onBack} aria-label={say('back')}>
            <Icon name="back" />
          </button>
        )}
        <div className="screen-title">
          <h2 ref={heading} tabIndex={-1} title={title}>
            {title}
          </h2>
          {note && <p title={note}>{note}</p>}
        </div>
        <div className="screen-actions">{actions}</div>
      </header>
      <div className={`screen-body screen-${ground}`}>{children}</div>
      {foot && <footer className="screen-foot">{foot}</footer>}
    </div>
  );
}

/** A small menu behind one button of the bar. */
export function Menu({ icon, label, entries }: { icon: IconName; label: string; entries: MenuEntry[] }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) {
      return;
    }
    const outside = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from whichever entry has the focus.
    <div
      className="menu-place"
      ref={place}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          setOpen(false);
          place.current?.querySelector('button')?.focus();
        }
      }}
    >
      <button
        type="button"
        className="bar-button"
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <ul className="menu">
          {entries.map((entry) => (
            <li key={entry.text}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  entry.do();
                }}
              >
                <Icon name={entry.icon} size={18} />
                {entry.text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export interface Tab<T extends string> {
  key: T;
  icon: IconName;
  text: string;
  count?: number;
}

export function Tabs<T extends string>({ tabs, now, go }: { tabs: Tab<T>[]; now: T; go: (tab: T) => void }) {
  const { say } = useText();
  return (
    <nav className="tabs" aria-label={say('tabs')}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          aria-current={tab.key === now ? 'page' : undefined}
          onClick={() => go(tab.key)}
        >
          <span className="tabs-icon">
            <Icon name={tab.icon} />
            <Badge count={tab.count ?? 0} />
          </span>
          {tab.text}
        </button>
      ))}
    </nav>
  );
}

export function Badge({ count }: { count: number }) {
  const { say } = useText();
  return count > 0 ? (
    <span className="badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="unseen">{say('unread', { count })}</span>
    </span>
  ) : null;
}

export function Nothing({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div className="nothing">
      <Icon name={icon} size={36} />
      <p>{children}</p>
    </div>
  );
}

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from './icons';

interface PageProps {
  title: string;
  lede?: ReactNode;
  action?: ReactNode;
  /** Lists take the whole width, texts and forms a readable one. */
  wide?: boolean;
  children: ReactNode;
}

/** A page of the console: what is done here, a sentence for newcomers, one main action. */
export function Page({ title, lede, action, wide, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Tilth`;
  }, [title]);
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lede ? <p className="lede">{lede}</p> : null}
        </div>
        {action ? <div className="page-action">{action}</div> : null}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  lede?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  danger?: boolean;
}

export function Section({ title, lede, action, children, danger }: SectionProps) {
  const id = useId();
  return (
    <section className={danger ? 'section section-danger' : 'section'} aria-labelledby={id}>
      <header className="section-head">
        <div>
          <h2 id={id}>{title}</h2>
          {lede ? <p className="quiet">{lede}</p> : null}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

interface PanelProps {
  title: ReactNode;
  subtitle?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Details beside the list, which stays in view; on a phone they take its place. */
export function SidePanel({ title, subtitle, onClose, children }: PanelProps) {
  const { t } = useTranslation();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before?.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !overlayOpen()) {
        close.current();
      }
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);

  return (
    <aside className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <div>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {subtitle ? <div className="quiet small">{subtitle}</div> : null}
        </div>
        <button type="button" className="icon-button" onClick={onClose} aria-label={t('ui.close')}>
          <CloseIcon />
        </button>
      </header>
      <div className="panel-body">{children}</div>
    </aside>
  );
}

/** Keys belong to whatever lies on top. */
export function overlayOpen(): boolean {
  return document.querySelector('.ant-modal-wrap:not([style*="display: none"]), dialog[open]') !== null;
}

/** A list with its panel side by side. */
export function Split({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className={panel ? 'split split-open' : 'split'}>
      <div className="split-list">{children}</div>
      {panel}
    </div>
  );
}

export function Facts({ rows }: { rows: [label: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Tone = 'quiet' | 'leaf' | 'clay' | 'red';

export function Tag({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

interface BannerProps {
  tone: Tone;
  children: ReactNode;
  action?: ReactNode;
}

export function Banner({ tone, children, action }: BannerProps) {
  return (
    <div className={`banner banner-${tone}`} role="status">
      <div>{children}</div>
      {action}
    </div>
  );
}

/** Tiles a text over everything, so that a picture of the screen says who took it and when. */
export function Watermark({ text }: { text: string }) {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='320' height='200'><text x='20' y='120' transform='rotate(-20 160 100)' font-family='sans-serif' font-size='14' fill='gray' fill-opacity='.22'>${escapeXml(text)}</text></svg>`;
  return (
    <div
      className="watermark"
      aria-hidden="true"
      data-text={text}
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }}
    />
  );
}

function escapeXml(text: string): string {
  return text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

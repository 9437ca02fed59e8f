import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Icon } from './icons';

interface Props {
  title: string;
  note?: ReactNode;
  /** Whether the page lies below a tab; then there is a way back. */
  inner?: boolean;
  actions?: ReactNode;
}

/** The head of a page: where one is, and what can be done here. */
export function Bar({ title, note, inner = false, actions }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { key } = useLocation();
  // Who came by a message's link has nothing behind them but the first tab.
  const back = () => (key === 'default' ? navigate('/w') : navigate(-1));
  return (
    <header className={inner ? 'bar bar-inner' : 'bar'}>
      {inner && (
        <button type="button" className="bar-button" aria-label={t('ui.back')} onClick={back}>
          <Icon name="back" />
        </button>
      )}
      <div className="bar-title">
        <h1>{title}</h1>
        {note && <p>{note}</p>}
      </div>
      {actions}
    </header>
  );
}

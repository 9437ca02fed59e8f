import { Furrows, Mark } from '@tilth/ui';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import './door.css';

interface Props {
  title: string;
  lede?: ReactNode;
  corner?: ReactNode;
  children: ReactNode;
}

/** The page in front of the house: the field on one side, one question on the other. */
export function Door({ title, lede, corner, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Tilth`;
  }, [title]);
  return (
    <div className="door">
      <div className="door-field">
        <Furrows />
        <div className="door-brand">
          <Mark size={36} />
          <span className="door-name">{t('app.name')}</span>
        </div>
        <p className="door-line">{t('session.line')}</p>
      </div>
      <main className="door-main">
        <div className="door-corner">{corner}</div>
        <div className="door-form">
          <h1>{title}</h1>
          {lede ? <div className="door-lede">{lede}</div> : null}
          {children}
        </div>
      </main>
    </div>
  );
}

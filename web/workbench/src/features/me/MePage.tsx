import { useSession } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { asLanguage, changeLanguage, LANGUAGES } from '../../app/i18n';
import { chooseTheme, type ThemeChoice, useTheme } from '../../app/theme';
import { Bar } from '../../parts/Bar';
import { Bell } from '../../parts/Bell';
import { Face } from '../../parts/Face';
import { NoticeSettings } from './NoticeSettings';
import { Rest } from './Rest';

const THEMES: ThemeChoice[] = ['system', 'light', 'dark'];

/** Who I am here, and how the workbench looks and calls. */
export function MePage() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const theme = useTheme();
  return (
    <main>
      <Bar title={t('tabs.me')} actions={<Bell />} />
      <section className="card me">
        <Face name={session.account.name} />
        <div>
          <b>{session.account.name}</b>
          <p className="quiet">{session.place.name}</p>
        </div>
      </section>
      <Rest />
      <NoticeSettings />
      <section className="card">
        <h2>{t('me.language')}</h2>
        <div className="segments">
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={asLanguage(i18n.language) === language}
              onClick={() => void changeLanguage(language)}
            >
              {t(`me.languages.${language}`)}
            </button>
          ))}
        </div>
        <h2>{t('me.theme')}</h2>
        <div className="segments">
          {THEMES.map((one) => (
            <button key={one} type="button" aria-pressed={theme === one} onClick={() => chooseTheme(one)}>
              {t(`me.themes.${one}`)}
            </button>
          ))}
        </div>
      </section>
    </main>
  );
}

import { MoonIcon, SunIcon, useTheme } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { asLanguage, changeLanguage } from './i18n';

/** Language and light, for those who are not inside yet. */
export function DoorCorner() {
  const { t, i18n } = useTranslation();
  const { mode, choose } = useTheme();
  const other = asLanguage(i18n.language) === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <button
        type="button"
        className="icon-button corner-language"
        lang={other}
        onClick={() => void changeLanguage(other)}
      >
        {t(`app.language.${other}`)}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t(mode === 'dark' ? 'app.toLight' : 'app.toDark')}
        onClick={() => choose(mode === 'dark' ? 'light' : 'dark')}
      >
        {mode === 'dark' ? <SunIcon /> : <MoonIcon />}
      </button>
    </>
  );
}

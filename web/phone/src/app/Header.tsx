import { Icon } from '../device/icons';
import { useNow } from '../device/now';
import { choose, useText } from './text';
import { useDark } from './theme';

/** The edge of the table: where we are, what time it is here, and the way to the console. */
export function Header({ drawer, openDrawer }: { drawer: boolean; openDrawer: () => void }) {
  const { say, language } = useText();
  const [dark, turn] = useDark();
  const now = new Date(useNow());
  return (
    <header className="head">
      <Mark />
      <div className="head-name">
        <h1>{say('title')}</h1>
        <p>{say('lead')}</p>
      </div>
      <p className="head-clock">
        <Icon name="clock" size={16} />
        <span className="unseen">{say('clock')}</span>
        <time dateTime={now.toISOString()}>
          {now.toLocaleString(language, {
            month: 'short',
            day: 'numeric',
            weekday: 'short',
            hour: '2-digit',
            minute: '2-digit',
          })}
        </time>
      </p>
      <button
        type="button"
        className="head-button"
        lang={language === 'zh-CN' ? 'en' : 'zh-CN'}
        onClick={() => choose(language === 'zh-CN' ? 'en' : 'zh-CN')}
      >
        {language === 'zh-CN' ? 'English' : '中文'}
      </button>
      <button
        type="button"
        className="head-button"
        aria-label={say(dark ? 'theme.light' : 'theme.dark')}
        title={say(dark ? 'theme.light' : 'theme.dark')}
        onClick={turn}
      >
        <Icon name={dark ? 'sun' : 'moon'} size={18} />
      </button>
      <button type="button" className="head-button head-main" aria-expanded={drawer} onClick={openDrawer}>
        <Icon name="sliders" size={18} /> <span>{say('console')}</span>
      </button>
    </header>
  );
}

function Mark() {
  return (
    <svg className="mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="mark-ground" width="32" height="32" rx="9" />
      <path
        className="mark-line"
        d="M16 20v-6.500M16 14.500c0-4.200 2.700-6.700 7.500-7-.2 4.800-3 7-7.500 7ZM16 17.500c0-3.200-2.100-5.200-6-5.500.1 3.700 2.300 5.500 6 5.500Z"
      />
      <path
        className="mark-line mark-furrow"
        d="M7 22.500c3-1.700 6-1.700 9 0s6 1.700 9 0M7 26c3-1.700 6-1.700 9 0s6 1.700 9 0"
      />
    </svg>
  );
}

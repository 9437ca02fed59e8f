import { useQuery } from '@tanstack/react-query';
import { api, ask, HOUSE, homeOf, type Session, useChoosePlace } from '@tilth/api';
import {
  BuildingIcon,
  CheckIcon,
  DownIcon,
  GlobeIcon,
  HelpIcon,
  LeaveIcon,
  MenuIcon,
  MoonIcon,
  PersonIcon,
  SearchIcon,
  SunIcon,
  SystemIcon,
  TenantsIcon,
  type ThemeChoice,
  useTheme,
} from '@tilth/ui';
import { App, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asLanguage, LANGUAGES } from '../i18n';
import { useLanguageChoice, useSignOut } from './person';

interface Props {
  session: Session;
  onMenu: () => void;
  onSearch: () => void;
  onHelp: () => void;
}

export function TopBar({ session, onMenu, onSearch, onHelp }: Props) {
  const { t } = useTranslation();
  return (
    <header className="bar">
      <button type="button" className="icon-button bar-menu" aria-label={t('nav.open')} onClick={onMenu}>
        <MenuIcon />
      </button>
      <PlaceSwitch session={session} />
      <button type="button" className="bar-search" aria-label={t('command.button')} onClick={onSearch}>
        <SearchIcon size={16} />
        <span>{t('command.button')}</span>
        <kbd>{isMac() ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <button type="button" className="icon-button bar-help" aria-label={t('keys.title')} onClick={onHelp}>
        <HelpIcon />
      </button>
      <LanguageMenu />
      <ThemeMenu />
      <ProfileMenu session={session} />
    </header>
  );
}

function PlaceSwitch({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const choose = useChoosePlace();
  const places = useQuery({
    queryKey: ['me', 'places'],
    queryFn: () => ask(api.GET('/api/v1/me/places')),
    enabled: !session.support,
  });
  const others = (session.support ? [] : (places.data ?? [])).filter((place) => place.tenant !== session.place.tenant);
  const name = <span className="bar-place-name">{session.place.name}</span>;
  if (others.length === 0) {
    return (
      <div className="bar-place" title={session.place.name}>
        {name}
      </div>
    );
  }
  const enterPlace = (tenant: number) =>
    choose.mutate(tenant, {
      onSuccess: (entered) => void navigate(homeOf(entered)),
      onError: (error) => void message.error(error.message),
    });
  const items: MenuProps['items'] = (places.data ?? []).map((place) => ({
    key: String(place.tenant),
    icon: place.tenant === HOUSE ? <TenantsIcon /> : <BuildingIcon />,
    label: place.name,
    extra: place.tenant === session.place.tenant ? <CheckIcon size={14} /> : undefined,
    onClick: () => enterPlace(place.tenant),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button
        type="button"
        className="bar-place bar-place-button"
        title={session.place.name}
        aria-label={t('app.switchPlace')}
      >
        {name}
        <DownIcon size={16} />
      </button>
    </Dropdown>
  );
}

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const choose = useLanguageChoice();
  const items: MenuProps['items'] = LANGUAGES.map((language) => ({
    key: language,
    label: <span lang={language}>{t(`app.language.${language}`)}</span>,
    extra: i18n.language === language ? <CheckIcon size={14} /> : undefined,
    onClick: () => void choose(asLanguage(language) ?? 'zh-CN'),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="icon-button bar-language" aria-label={t('app.languageMenu')}>
        <GlobeIcon />
      </button>
    </Dropdown>
  );
}

export function ThemeMenu() {
  const { t } = useTranslation();
  const { choice, mode, choose } = useTheme();
  const icons = { light: <SunIcon />, dark: <MoonIcon />, system: <SystemIcon /> };
  const items: MenuProps['items'] = (['light', 'dark', 'system'] as ThemeChoice[]).map((theme) => ({
    key: theme,
    icon: icons[theme],
    label: t(`app.theme.${theme}`),
    extra: choice === theme ? <CheckIcon size={14} /> : undefined,
    onClick: () => choose(theme),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="icon-button bar-theme" aria-label={t('app.themeMenu')}>
        {icons[mode]}
      </button>
    </Dropdown>
  );
}

function ProfileMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const own: MenuProps['items'] = [
    {
      key: 'me',
      icon: <PersonIcon />,
      label: t('nav.me'),
      onClick: () => void navigate(`${homeOf(session)}/settings/me`),
    },
    { type: 'divider' },
  ];
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: `${session.account.name} · ${session.account.role}`,
    },
    ...(session.support ? [] : own),
    { key: 'out', icon: <LeaveIcon />, label: t('app.signOut'), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="bar-person" aria-label={t('app.profileMenu', { name: session.account.name })}>
        <span className="face" aria-hidden="true">
          {initial(session.account.name)}
        </span>
      </button>
    </Dropdown>
  );
}

/** Chinese names are told by their last character, others by their first letter. */
function initial(name: string): string {
  const letters = Array.from(name.trim());
  return (/\p{Script=Han}/u.test(name) ? letters.at(-1) : letters[0]?.toUpperCase()) ?? '·';
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

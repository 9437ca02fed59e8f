import { useQuery } from '@tanstack/react-query';
import { api, ask, HOUSE, homeOf, type Session, useChoosePlace } from '@tilth/api';
import {
  BuildingIcon,
  GlobeIcon,
  HelpIcon,
  LeaveIcon,
  MoonIcon,
  PlusIcon,
  SunIcon,
  SystemIcon,
  TenantsIcon,
  useTheme,
} from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { destinations } from '../destinations';
import { LANGUAGES } from '../i18n';
import { useLanguageChoice, useSignOut } from './person';

export interface Command {
  id: string;
  group: string;
  label: string;
  /** Further words by which it is found. */
  also: string[];
  icon: ReactNode;
  run: () => void;
}

/** Everywhere this caller can go and everything that can be done from anywhere. */
export function useCommands(session: Session, query: string, onHelp: () => void): Command[] {
  return [
    ...useRooms(session),
    ...useDeeds(session),
    ...usePlaces(session),
    ...useLooks(onHelp),
    ...useTenants(session, query),
  ];
}

function useRooms(session: Session): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rooms = destinations(session).flatMap((one) => (one.rooms ? one.rooms : [one]));
  return rooms.flatMap(({ key, path, icon: Icon }) =>
    path
      ? [
          {
            id: `go-${key}`,
            group: t('command.go'),
            label: t(`nav.${key}`),
            also: [key],
            icon: <Icon />,
            run: () => void navigate(path),
          },
        ]
      : [],
  );
}

type Deed = [key: string, to: string, needs: string | null];

function useDeeds(session: Session): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const base = `${homeOf(session)}/settings`;
  const own: Deed[] = [
    ['password', `${base}/me#password`, null],
    ['totp', `${base}/me#totp`, null],
  ];
  const deeds: Deed[] = [
    ['invite', `${base}/accounts?invite=1`, 'account:write'],
    ['newRole', `${base}/accounts/roles?open=new`, 'role:write'],
    ['newApiKey', `${base}/api-keys?new=1`, 'api-key:write'],
    ['connectWecom', `${base}/wecom/new`, 'wecom:write'],
    ['newShop', `${base}/shops?open=new`, 'shop:write'],
    ['handOver', '/console/customers/inheritances?start=ON_JOB', 'inheritance:write'],
    ['openTenant', '/operator/tenants/new', 'tenant:write'],
    ...(session.support ? [] : own),
  ];
  const open = deeds.filter(([, , needs]) => !needs || session.rights.includes(needs));
  return [
    ...open.map(([key, to]) => ({
      id: key,
      group: t('command.do'),
      label: t(`command.${key}`),
      also: [key],
      icon: <PlusIcon />,
      run: () => void navigate(to),
    })),
    {
      id: 'sign-out',
      group: t('command.do'),
      label: t('app.signOut'),
      also: ['sign out', 'logout'],
      icon: <LeaveIcon />,
      run: () => void signOut(),
    },
  ];
}

function usePlaces(session: Session): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choose = useChoosePlace();
  const places = useQuery({
    queryKey: ['me', 'places'],
    queryFn: () => ask(api.GET('/api/v1/me/places')),
    enabled: !session.support,
  });
  return (session.support ? [] : (places.data ?? []))
    .filter((place) => place.tenant !== session.place.tenant)
    .map((place) => ({
      id: `place-${place.tenant}`,
      group: t('command.places'),
      label: t('command.enter', { place: place.name }),
      also: [place.name],
      icon: place.tenant === HOUSE ? <TenantsIcon /> : <BuildingIcon />,
      run: () => choose.mutate(place.tenant, { onSuccess: (entered) => void navigate(homeOf(entered)) }),
    }));
}

function useLooks(onHelp: () => void): Command[] {
  const { t } = useTranslation();
  const { choose } = useTheme();
  const speak = useLanguageChoice();
  const group = t('command.look');
  const themes = [
    ['light', <SunIcon key="light" />],
    ['dark', <MoonIcon key="dark" />],
    ['system', <SystemIcon key="system" />],
  ] as const;
  return [
    ...themes.map(([theme, icon]) => ({
      id: `theme-${theme}`,
      group,
      label: t('command.theme', { theme: t(`app.theme.${theme}`) }),
      also: [theme, 'theme'],
      icon,
      run: () => choose(theme),
    })),
    ...LANGUAGES.map((language) => ({
      id: `language-${language}`,
      group,
      label: t('command.language', { language: t(`app.language.${language}`) }),
      also: [language === 'en' ? 'english' : 'chinese', 'language'],
      icon: <GlobeIcon />,
      run: () => void speak(language),
    })),
    { id: 'keys', group, label: t('keys.title'), also: ['keyboard', '?'], icon: <HelpIcon />, run: onHelp },
  ];
}

/** The operator finds a tenant by name from anywhere. */
function useTenants(session: Session, query: string): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wanted = query.trim();
  const found = useQuery({
    queryKey: ['tenants', 'menu', wanted],
    queryFn: () => ask(api.GET('/api/v1/operator/tenants', { params: { query: { q: wanted, limit: 6 } } })),
    enabled: session.place.kind === 'HOUSE' && session.rights.includes('tenant:read') && wanted !== '',
  });
  return (found.data?.items ?? []).map((tenant) => ({
    id: `tenant-${tenant.id}`,
    group: t('nav.tenants'),
    label: tenant.name,
    also: [String(tenant.id), wanted],
    icon: <BuildingIcon />,
    run: () => void navigate(`/operator/tenants?open=${tenant.id}`),
  }));
}

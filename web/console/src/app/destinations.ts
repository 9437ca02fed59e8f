import type { Session } from '@tilth/api';
import {
  BellIcon,
  BuildingIcon,
  ChatsIcon,
  ContentIcon,
  DataIcon,
  HandoverIcon,
  HomeIcon,
  KeyIcon,
  LinkIcon,
  PeopleIcon,
  PersonIcon,
  PulseIcon,
  ReachIcon,
  SalesIcon,
  ServiceIcon,
  SettingsIcon,
  ShopIcon,
  SupportIcon,
  TenantsIcon,
  TrailIcon,
} from '@tilth/ui';
import type { ComponentType } from 'react';

export interface Destination {
  key: string;
  /** Absent where the room is not built yet. */
  path?: string;
  icon: ComponentType<{ size?: number }>;
  /** The right without which the room stays closed. */
  needs?: string;
  rooms?: Destination[];
  /** The first of its rooms that is open. */
  entrance?: string;
}

const company: Destination[] = [
  { key: 'home', path: '/console', icon: HomeIcon },
  {
    key: 'customers',
    path: '/console/customers',
    icon: PeopleIcon,
    rooms: [
      { key: 'customers', path: '/console/customers', icon: PeopleIcon, needs: 'customer:read' },
      { key: 'groupChats', path: '/console/customers/group-chats', icon: ChatsIcon, needs: 'group-chat:read' },
      { key: 'inheritances', path: '/console/customers/inheritances', icon: HandoverIcon, needs: 'inheritance:read' },
    ],
  },
  {
    key: 'reach',
    path: '/console/reach',
    icon: ReachIcon,
    rooms: [
      { key: 'channelCodes', path: '/console/reach/channel-codes', icon: ReachIcon, needs: 'channel-code:read' },
      { key: 'codePlans', path: '/console/reach/code-plans', icon: ShopIcon, needs: 'channel-code:read' },
      { key: 'channels', path: '/console/reach/channels', icon: LinkIcon, needs: 'channel-code:read' },
      { key: 'welcomes', path: '/console/reach/welcomes', icon: ChatsIcon, needs: 'welcome:read' },
    ],
  },
  {
    key: 'engage',
    path: '/console/materials',
    icon: ContentIcon,
    rooms: [
      { key: 'alerts', path: '/console/alerts', icon: BellIcon, needs: 'alert:read' },
      { key: 'tracking', path: '/console/tracking', icon: PulseIcon, needs: 'share:read' },
      { key: 'materials', path: '/console/materials', icon: ContentIcon, needs: 'material:read' },
    ],
  },
  { key: 'convert', icon: SalesIcon },
  { key: 'retain', icon: ServiceIcon },
  { key: 'data', path: '/console/data', icon: DataIcon, needs: 'overview:read' },
  {
    key: 'settings',
    path: '/console/settings',
    icon: SettingsIcon,
    rooms: [
      { key: 'me', path: '/console/settings/me', icon: PersonIcon },
      { key: 'company', path: '/console/settings/company', icon: BuildingIcon, needs: 'company:read' },
      { key: 'wecom', path: '/console/settings/wecom', icon: LinkIcon, needs: 'wecom:read' },
      { key: 'members', path: '/console/settings/members', icon: PeopleIcon, needs: 'member:read' },
      { key: 'shops', path: '/console/settings/shops', icon: ShopIcon, needs: 'shop:read' },
      { key: 'reachPages', path: '/console/settings/reach-pages', icon: ReachIcon, needs: 'reach-setting:read' },
      { key: 'accounts', path: '/console/settings/accounts', icon: PersonIcon, needs: 'account:read' },
      { key: 'apiKeys', path: '/console/settings/api-keys', icon: KeyIcon, needs: 'api-key:read' },
      { key: 'audit', path: '/console/settings/audit', icon: TrailIcon, needs: 'audit:read' },
      { key: 'support', path: '/console/settings/support', icon: SupportIcon, needs: 'support:decide' },
    ],
  },
];

const house: Destination[] = [
  { key: 'tenants', path: '/operator/tenants', icon: TenantsIcon, needs: 'tenant:read' },
  { key: 'wecomHealth', path: '/operator/wecom', icon: PulseIcon, needs: 'wecom-health:read' },
  {
    key: 'settings',
    path: '/operator/settings',
    icon: SettingsIcon,
    rooms: [
      { key: 'me', path: '/operator/settings/me', icon: PersonIcon },
      { key: 'accounts', path: '/operator/settings/accounts', icon: PeopleIcon, needs: 'account:read' },
      { key: 'apiKeys', path: '/operator/settings/api-keys', icon: KeyIcon, needs: 'api-key:read' },
      { key: 'audit', path: '/operator/settings/audit', icon: TrailIcon, needs: 'audit:read' },
    ],
  },
];

/** Where this caller can go: not into rooms they have no right to, nor on a visit to what is their own at home. */
export function destinations(session: Session): Destination[] {
  const open = ({ key, needs }: Destination) =>
    (!needs || session.rights.includes(needs)) && !(key === 'me' && session.support);
  return (session.place.kind === 'HOUSE' ? house : company)
    .filter(open)
    .map((destination) => (destination.rooms ? withRooms(destination, destination.rooms.filter(open)) : destination))
    .filter(({ rooms }) => rooms?.length !== 0);
}

function withRooms(destination: Destination, rooms: Destination[]): Destination {
  const first = rooms[0]?.path;
  return { ...destination, rooms, ...(first ? { entrance: first } : {}) };
}

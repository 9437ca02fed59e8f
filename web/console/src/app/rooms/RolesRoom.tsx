import { homeOf, useSession } from '@tilth/api';
import { RolesPage } from '../../features/roles/RolesPage';
import { SettingsTabs } from './SettingsTabs';

export function RolesRoom() {
  return <RolesPage tabs={<SettingsTabs base={homeOf(useSession())} />} />;
}

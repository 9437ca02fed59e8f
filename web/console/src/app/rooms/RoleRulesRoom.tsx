import { homeOf, useSession } from '@tilth/api';
import { RoleRulesPage } from '../../features/role-rules/RoleRulesPage';
import { SettingsTabs } from './SettingsTabs';

export function RoleRulesRoom() {
  return <RoleRulesPage tabs={<SettingsTabs base={homeOf(useSession())} />} />;
}

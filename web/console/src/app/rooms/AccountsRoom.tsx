import { homeOf, useSession } from '@tilth/api';
import { AccountsPage } from '../../features/accounts/AccountsPage';
import { SettingsTabs } from './SettingsTabs';

export function AccountsRoom() {
  return <AccountsPage tabs={<SettingsTabs base={homeOf(useSession())} />} />;
}

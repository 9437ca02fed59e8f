import { AlertSettingsPage } from '../../features/alerts/AlertSettingsPage';
import { AlertTabs } from './AlertTabs';

export function AlertSettingsRoom() {
  return <AlertSettingsPage tabs={<AlertTabs />} />;
}

import { CompaniesPage } from '../../features/wecom/CompaniesPage';
import { WecomTabs } from './WecomTabs';

export function WecomRoom() {
  return <CompaniesPage tabs={<WecomTabs />} />;
}

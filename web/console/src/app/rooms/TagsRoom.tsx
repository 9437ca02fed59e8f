import { TagsPage } from '../../features/customers/TagsPage';
import { CustomerTabs } from './CustomerTabs';

export function TagsRoom() {
  return <TagsPage tabs={<CustomerTabs />} />;
}

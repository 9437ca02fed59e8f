import { ReviewPage } from '../../features/materials/ReviewPage';
import { MaterialTabs } from './MaterialTabs';

export function MaterialReviewRoom() {
  return <ReviewPage tabs={<MaterialTabs />} />;
}

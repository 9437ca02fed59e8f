import { MaterialsPage } from '../../features/materials/MaterialsPage';
import { MaterialTabs } from './MaterialTabs';

export function MaterialsRoom() {
  return <MaterialsPage tabs={<MaterialTabs />} />;
}

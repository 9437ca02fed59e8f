import { RecentActivity } from '../../features/audit/RecentActivity';
import { HomePage } from '../../features/home/HomePage';

export function HomeRoom() {
  return <HomePage recent={<RecentActivity />} />;
}

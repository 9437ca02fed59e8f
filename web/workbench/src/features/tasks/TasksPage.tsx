import { useTranslation } from 'react-i18next';
import { Bar } from '../../parts/Bar';
import { Nothing } from '../../parts/states';

/** Says what will come; there are no tasks yet. */
export function TasksPage() {
  const { t } = useTranslation();
  return (
    <main>
      <Bar title={t('tabs.tasks')} />
      <Nothing title={t('tasks.title')}>{t('tasks.text')}</Nothing>
    </main>
  );
}

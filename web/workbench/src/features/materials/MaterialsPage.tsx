import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Material } from '../../data/materials';
import { Bar } from '../../parts/Bar';
import { Bell } from '../../parts/Bell';
import { Shelf } from '../../parts/Shelf';
import { SendSheet } from './SendSheet';

/** What can be sent to customers. */
export function MaterialsPage() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Material | null>(null);
  return (
    <main>
      <Bar title={t('tabs.materials')} actions={<Bell />} />
      <Shelf choose={setChosen} />
      {chosen && <SendSheet material={chosen} close={() => setChosen(null)} />}
    </main>
  );
}

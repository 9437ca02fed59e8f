import { useTranslation } from 'react-i18next';
import type { Material } from '../../data/materials';
import { Icon } from '../../parts/icons';
import { Shelf } from '../../parts/Shelf';
import { sendMaterial, useSending } from './send';

/** A tap on a material sends it into the chat. */
export function Materials({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const send = useSending((material: Material) => sendMaterial(material.id, customerId));
  return (
    <>
      <p className="quiet small beside-help">{t('sidebar.tapSends')}</p>
      <Shelf
        choose={(material) => {
          if (!send.isPending) {
            send.mutate(material);
          }
        }}
        end={
          <span className="pill pill-leaf">
            <Icon name="send" size={14} />
            {t('sidebar.send')}
          </span>
        }
      />
    </>
  );
}

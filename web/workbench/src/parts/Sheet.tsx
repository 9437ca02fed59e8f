import { Popup } from 'antd-mobile';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons';

/** What rises from below: one question, within reach of the thumb. */
export function Sheet({
  title,
  close,
  children,
  open = true,
}: {
  title: string;
  close: () => void;
  children: ReactNode;
  open?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Popup
      visible={open}
      onMaskClick={close}
      onClose={close}
      destroyOnClose
      bodyClassName="sheet"
      bodyStyle={{ borderTopLeftRadius: 16, borderTopRightRadius: 16 }}
    >
      <section role="dialog" aria-label={title}>
        <div className="sheet-head">
          <h2>{title}</h2>
          <button type="button" className="sheet-close" aria-label={t('ui.close')} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </section>
    </Popup>
  );
}

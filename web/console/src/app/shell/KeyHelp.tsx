import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const KEYS: [string[], string][] = [
  [['Ctrl', 'K'], 'menu'],
  [['/'], 'search'],
  [['j'], 'down'],
  [['k'], 'up'],
  [['Enter'], 'open'],
  [['x'], 'mark'],
  [['Esc'], 'close'],
  [['?'], 'help'],
];

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={420} centered>
      <dl className="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

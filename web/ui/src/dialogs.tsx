import { type Problem, problemOf } from '@tilth/api';
import { Button, Input, Modal } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon, CopyIcon } from './icons';
import { ProblemNote } from './problems';

interface ConfirmProps {
  open: boolean;
  title: string;
  /** What will happen, in so many words. */
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  /** When set, the reader types this name before the button works. */
  typed?: { name: string; label: string };
  onConfirm: (typed: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks once, names the consequence, and stays open to say why when the server declines. */
export function Confirm({ open, title, children, confirm, danger, typed, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const ready = !typed || text.trim() === typed.name;
  const asked = useRef({ title, children, confirm, danger });
  if (open) {
    asked.current = { title, children, confirm, danger };
  }
  const shown = asked.current; // what was asked stays to be read while the dialog goes

  const close = () => {
    setProblem(null);
    setText('');
    onClose();
  };
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(text.trim());
      close();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={shown.title}
      onCancel={close}
      width={460}
      centered
      destroyOnHidden
      footer={[
        <Button key="no" onClick={close}>
          {t('ui.cancel')}
        </Button>,
        <Button
          key="yes"
          type="primary"
          danger={shown.danger ?? false}
          disabled={!ready}
          loading={busy}
          onClick={() => void go()}
        >
          {shown.confirm}
        </Button>,
      ]}
    >
      <div className="stack">
        <div className="prose">{shown.children}</div>
        {typed ? (
          <div>
            <label className="field-label" htmlFor={id}>
              {typed.label}
            </label>
            <Input
              id={id}
              value={text}
              placeholder={typed.name}
              autoComplete="off"
              onChange={(event) => setText(event.target.value)}
              onPressEnter={() => ready && void go()}
            />
          </div>
        ) : null}
        {problem ? <ProblemNote problem={problem} /> : null}
      </div>
    </Modal>
  );
}

export interface Difference {
  label: string;
  mine: ReactNode;
  theirs: ReactNode;
  differs: boolean;
}

interface StaleProps {
  rows: Difference[] | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}

/** Somebody else saved in between: both versions side by side, and nothing is lost until one is chosen. */
export function StaleDialog({ rows, onKeepMine, onTakeTheirs, onClose }: StaleProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={rows !== null}
      title={t('ui.staleTitle')}
      onCancel={onClose}
      width={620}
      centered
      footer={[
        <Button key="theirs" onClick={onTakeTheirs}>
          {t('ui.staleTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={onKeepMine}>
          {t('ui.staleMine')}
        </Button>,
      ]}
    >
      <p className="quiet">{t('ui.staleLede')}</p>
      <table className="versions">
        <thead>
          <tr>
            <th scope="col">{t('ui.staleField')}</th>
            <th scope="col">{t('ui.staleNow')}</th>
            <th scope="col">{t('ui.staleYours')}</th>
          </tr>
        </thead>
        <tbody>
          {rows?.map((row) => (
            <tr key={row.label} data-differs={row.differs || undefined}>
              <th scope="row">{row.label}</th>
              <td>{row.theirs}</td>
              <td>{row.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

interface CopyProps {
  label: string;
  value: string;
  hint?: ReactNode;
  /** Beside others like it, or where something else is the main deed of the page. */
  plain?: boolean;
}

/** A link or key that is shown once and wants to be copied. */
export function CopyField({ label, value, hint, plain }: CopyProps) {
  const { t } = useTranslation();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    setCopied(await toClipboard(value));
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="copy">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-row">
        <Input id={id} value={value} readOnly className="mono" onFocus={(event) => event.target.select()} />
        <Button
          type={plain ? 'default' : 'primary'}
          onClick={() => void copy()}
          icon={copied ? <CheckIcon /> : <CopyIcon />}
        >
          <span aria-live="polite">{copied ? t('ui.copied') : t('ui.copy')}</span>
        </Button>
      </div>
      {hint ? <p className="quiet small">{hint}</p> : null}
    </div>
  );
}

/** The clipboard exists only on https and localhost; elsewhere a hidden field does it the old way. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand?.('copy') ?? false;
    area.remove();
    return done;
  }
}

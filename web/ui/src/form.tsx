import { type Problem, problemOf } from '@tilth/api';
import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problems';

interface Props<V extends object> {
  name: string;
  initial?: Partial<V>;
  submit: string;
  onSubmit: (values: V) => Promise<unknown>;
  /** Told the record as it is now when somebody else saved in between. */
  onStale?: (current: unknown, values: V) => void;
  /** Told of everything typed. */
  onTyped?: () => void;
  /** Keeps what was typed for this browser tab until it is saved. */
  draft?: boolean;
  form?: FormInstance<V>;
  secondary?: ReactNode;
  danger?: boolean;
  wide?: boolean;
  disabled?: boolean;
  /** Problems that the caller tells in its own way. */
  handles?: (problem: Problem) => boolean;
  children: ReactNode;
}

/** One column, labels above, the server's remarks beside the field they are about. */
export function ProblemForm<V extends object>(props: Props<V>) {
  const { t } = useTranslation();
  const [own] = Form.useForm<V>();
  const form = props.form ?? own;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const kept = useDraft<V>(props.draft ? props.name : null);

  const send = async (values: V) => {
    setBusy(true);
    setProblem(null);
    try {
      await props.onSubmit(values);
      kept.forget();
    } catch (error) {
      const refused = problemOf(error);
      if (refused.code === 'stale' && props.onStale) {
        props.onStale(refused.facts.current, values);
      } else if (!props.handles?.(refused)) {
        setProblem(showFieldErrors(form, refused) ? null : refused);
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<V>
      name={props.name}
      form={form}
      layout="vertical"
      requiredMark={false}
      className="form"
      initialValues={{ ...props.initial, ...kept.draft }}
      onValuesChange={(_, values) => {
        kept.keep(values as V);
        props.onTyped?.();
      }}
      onFinish={(values) => void send(values)}
      scrollToFirstError={{ focus: true, block: 'center' }}
      validateTrigger={['onSubmit', 'onChange']}
    >
      {kept.restored ? (
        <p className="quiet small">
          {t('ui.draftRestored')}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              kept.forget();
              form.setFieldsValue(blankened(kept.draft, props.initial) as Parameters<typeof form.setFieldsValue>[0]);
            }}
          >
            {t('ui.draftDiscard')}
          </button>
        </p>
      ) : null}
      {props.children}
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="form-actions">
        <Button
          type="primary"
          htmlType="submit"
          size={props.wide ? 'large' : 'middle'}
          loading={busy}
          danger={props.danger ?? false}
          block={props.wide ?? false}
          disabled={props.disabled ?? false}
        >
          {props.submit}
        </Button>
        {props.secondary}
      </div>
    </Form>
  );
}

/** Puts each remark beside its field; true when all of them found one. */
function showFieldErrors<V extends object>(form: FormInstance<V>, problem: Problem): boolean {
  if (problem.errors.length === 0) {
    return false;
  }
  const fields = new Set(Object.keys(form.getFieldsValue(true)));
  const ours = problem.errors.filter((error) => fields.has(error.field.split('.')[0] ?? ''));
  form.setFields(
    ours.map((error) => ({ name: error.field.split('.')[0], errors: [error.detail] })) as Parameters<
      typeof form.setFields
    >[0],
  );
  const first = ours[0]?.field.split('.')[0];
  if (first) {
    form.scrollToField(first as Parameters<typeof form.scrollToField>[0], { focus: true, block: 'center' });
  }
  return ours.length === problem.errors.length;
}

function blankened<V extends object>(draft: Partial<V> | null, initial: Partial<V> | undefined): Partial<V> {
  const blank = Object.fromEntries(Object.keys(draft ?? {}).map((key) => [key, undefined]));
  return { ...blank, ...initial } as Partial<V>;
}

interface Kept<V> {
  draft: Partial<V> | null;
  restored: boolean;
  keep: (values: V) => void;
  forget: () => void;
}

/** Long forms survive a reload and a lost session; passwords are never kept because no such form asks for a draft. */
export function useDraft<V extends object>(name: string | null): Kept<V> {
  const key = name ? `tilth.draft.${name}` : null;
  const [draft] = useState<Partial<V> | null>(() => read<V>(key));
  const [restored, setRestored] = useState(draft !== null);
  return {
    draft,
    restored,
    keep: (values) => key && sessionStorage.setItem(key, JSON.stringify(values)),
    forget: () => {
      if (key) {
        sessionStorage.removeItem(key);
      }
      setRestored(false);
    },
  };
}

function read<V>(key: string | null): Partial<V> | null {
  const text = key ? sessionStorage.getItem(key) : null;
  try {
    return text ? (JSON.parse(text) as Partial<V>) : null;
  } catch {
    return null;
  }
}

/** Seconds left until `seconds` after `from`, ticking. */
export function useCountdown(): [left: number, start: (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  const until = useRef(0);
  useEffect(() => {
    if (left <= 0) {
      return;
    }
    const timer = setTimeout(() => setLeft(Math.max(0, Math.ceil((until.current - Date.now()) / 1000))), 250);
    return () => clearTimeout(timer);
  });
  return [
    left,
    (seconds) => {
      until.current = Date.now() + seconds * 1000;
      setLeft(seconds);
    },
  ];
}

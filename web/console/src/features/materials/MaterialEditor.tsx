import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type MaterialKind, type OpenedMaterial, type Problem, problemOf, useMay } from '@tilth/api';
import { Banner, ProblemNote } from '@tilth/ui';
import { Button, Checkbox, Input, Select } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DocumentField } from './DocumentField';
import { BLANK, bodyOf, type Draft, draftOf } from './draft';
import { PosterField } from './PosterField';
import { PublishBox } from './PublishBox';
import { addressOf, foldersQuery, materialQuery, SAME_DESK } from './queries';
import { ShareCard } from './ShareCard';
import { Versions } from './Versions';

const ArticleField = lazy(async () => ({ default: (await import('./ArticleField')).ArticleField }));
const IDLE = 1500;

interface Props {
  kind: MaterialKind;
  /** Absent for one that is just begun. */
  material?: OpenedMaterial;
}

/** Writes a material; what was typed is kept by itself a moment later. */
export function MaterialEditor({ kind, material }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const writing = useWriting(kind, material);
  const { draft, change, problem } = writing;
  const closed = !may('material:write') || material?.state === 'TAKEN_DOWN' || material?.state === 'IN_REVIEW';
  return (
    <div className="material-desk">
      <fieldset className="material-form" disabled={closed}>
        {material?.state === 'TAKEN_DOWN' ? (
          <Banner tone="red">{t('materials.takenDown', { reason: material.reason })}</Banner>
        ) : material?.reason && material.state !== 'IN_REVIEW' ? (
          <Banner tone="clay">{t('materials.returnedBecause', { reason: material.reason })}</Banner>
        ) : null}
        <Words draft={draft} change={change} isNew={!material} />
        {kind === 'ARTICLE' ? (
          <Suspense fallback={<div className="article-field" />}>
            <ArticleField value={draft.html} disabled={closed} onChange={(html) => change({ html })} />
          </Suspense>
        ) : kind === 'DOCUMENT' ? (
          <DocumentField draft={draft} change={change} />
        ) : kind === 'POSTER' ? (
          <PosterField draft={draft} change={change} known={material?.pictures ?? []} />
        ) : (
          <Target draft={draft} change={change} />
        )}
        {problem ? <ProblemNote problem={problem} /> : null}
        {problem?.code === 'stale' ? (
          <Button onClick={() => window.location.reload()}>{t('materials.loadLatest')}</Button>
        ) : null}
      </fieldset>
      <aside className="material-side">
        <PublishBox
          kind={kind}
          draft={draft}
          material={material}
          saving={writing.saving}
          closed={closed}
          onSave={writing.save}
        />
        <ShareCard draft={draft} change={change} known={material?.pictures ?? []} closed={closed} />
        {material ? <Versions material={material} closed={closed} onTakeUp={change} /> : null}
      </aside>
    </div>
  );
}

/** What is typed, and its way to the server. */
function useWriting(kind: MaterialKind, material: OpenedMaterial | undefined) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => (material ? draftOf(material) : BLANK));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState<'saved' | 'waiting' | 'busy'>('saved');
  const latest = useRef(draft);
  const saved = useRef(draft);
  const record = useRef(material);
  const running = useRef<Promise<OpenedMaterial | undefined>>(Promise.resolve(undefined));
  record.current = newer(record.current, material);

  const store = useCallback(async (): Promise<OpenedMaterial | undefined> => {
    const now = latest.current;
    const known = record.current;
    if (now === saved.current || !now.title.trim()) {
      return known;
    }
    setSaving('busy');
    try {
      const body = bodyOf(now, kind);
      const answer = known
        ? await ask(
            api.PUT('/api/v1/materials/{id}', {
              params: { path: { id: known.id } },
              body: { ...body, version: known.version },
            }),
          )
        : await ask(api.POST('/api/v1/materials', { body: { ...body, kind } }));
      saved.current = now;
      record.current = answer;
      queries.setQueryData(materialQuery(answer.id).queryKey, answer);
      setProblem(null);
      setSaving(latest.current === now ? 'saved' : 'waiting');
      return answer;
    } catch (error) {
      setProblem(problemOf(error));
      setSaving('waiting');
      throw error;
    }
  }, [kind, queries]);

  /** One after the other: each save needs the version that the one before it made. */
  const save = useCallback(() => {
    running.current = running.current.catch(() => undefined).then(store);
    return running.current;
  }, [store]);

  const change = useCallback((changes: Partial<Draft>) => {
    latest.current = { ...latest.current, ...changes };
    setDraft(latest.current);
    setSaving('waiting');
  }, []);

  useEffect(() => {
    if (draft === saved.current || problem?.code === 'stale') {
      return;
    }
    const timer = setTimeout(() => {
      const isNew = !record.current;
      save()
        .then((answer) => {
          if (isNew && answer) {
            void navigate(addressOf(answer.id), SAME_DESK);
          }
        })
        .catch(() => undefined); // it is told beside the form
    }, IDLE);
    return () => clearTimeout(timer);
  }, [draft, problem, save, navigate]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current !== saved.current && latest.current.title.trim()) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void save().catch(() => undefined); // leaving the page keeps what was typed
    };
  }, [save]);

  return { draft, change, problem, saving, save };
}

function newer(one: OpenedMaterial | undefined, other: OpenedMaterial | undefined) {
  return one && other ? (one.version >= other.version ? one : other) : (one ?? other);
}

interface PartProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

function Words({ draft, change, isNew }: PartProps & { isNew: boolean }) {
  const { t } = useTranslation();
  const folders = useQuery(foldersQuery);
  return (
    <>
      <div>
        <label className="field-label" htmlFor="material-title">
          {t('materials.titleLabel')}
        </label>
        <Input
          id="material-title"
          size="large"
          autoFocus={isNew}
          maxLength={60}
          showCount
          value={draft.title}
          placeholder={t('materials.titleExample')}
          onChange={(event) => change({ title: event.target.value })}
        />
      </div>
      <div>
        <label className="field-label" htmlFor="material-description">
          {t('materials.description')}
        </label>
        <Input.TextArea
          id="material-description"
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={200}
          value={draft.description}
          placeholder={t('materials.descriptionExample')}
          onChange={(event) => change({ description: event.target.value })}
        />
      </div>
      <div className="material-facts">
        <Select
          allowClear
          className="toolbar-select"
          aria-label={t('materials.folder')}
          placeholder={t('materials.noFolder')}
          value={draft.folder}
          onChange={(value) => change({ folder: value ?? null })}
          options={(folders.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
        <Checkbox checked={draft.priced} onChange={(event) => change({ priced: event.target.checked })}>
          {t('materials.priced')} <span className="quiet small">{t('materials.pricedHelp')}</span>
        </Checkbox>
      </div>
    </>
  );
}

function Target({ draft, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <div>
      <label className="field-label" htmlFor="material-target">
        {t('materials.target')}
      </label>
      <Input
        id="material-target"
        type="url"
        inputMode="url"
        value={draft.target}
        placeholder={t('materials.targetExample')}
        onChange={(event) => change({ target: event.target.value })}
      />
      <p className="quiet small">{t('materials.targetHelp')}</p>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type MaterialFile, type Problem, problemOf } from '@tilth/api';
import { Banner, Meter, ProblemNote } from '@tilth/ui';
import { Checkbox, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import { documentQuery } from './queries';
import { upload } from './upload';

interface Props {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

/** A PDF becomes page pictures: customers turn pages on their phones, and members see which page held them. */
export function DocumentField({ draft, change }: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const bring = async (file: File) => {
    setBusy(true);
    setProblem(null);
    try {
      const kept: MaterialFile = await upload(file);
      change({ file: kept.id, cover: null, ...(draft.title ? {} : { title: file.name.replace(/\.pdf$/i, '') }) });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <Upload.Dragger
        accept="application/pdf,.pdf"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void bring(file);
          return false;
        }}
      >
        <p>
          <strong>
            {t(busy ? 'materials.uploading' : draft.file ? 'materials.replaceDocument' : 'materials.bringDocument')}
          </strong>
        </p>
        <p className="quiet small">{t('materials.documentHelp')}</p>
      </Upload.Dragger>
      {problem ? <ProblemNote problem={problem} /> : null}
      {draft.file ? <Leaves file={draft.file} /> : null}
      <Checkbox checked={draft.download} onChange={(event) => change({ download: event.target.checked })}>
        {t('materials.download')}
      </Checkbox>
    </div>
  );
}

function Leaves({ file }: { file: string }) {
  const { t } = useTranslation();
  const query = useQuery(documentQuery(file));
  const document = query.data;
  if (!document) {
    return null;
  }
  if (document.state === 'FAILED') {
    return <Banner tone="red">{t(`materials.failed.${document.reason}`)}</Banner>;
  }
  if (document.state === 'WAITING') {
    return (
      <Meter
        label={
          document.pages
            ? t('materials.preparing', { done: document.done, pages: document.pages })
            : t('materials.preparingSoon')
        }
        value={document.done}
        of={Math.max(1, document.pages)}
      />
    );
  }
  return (
    <>
      {document.fontsMissing ? <Banner tone="clay">{t('materials.fontsMissing')}</Banner> : null}
      <p className="quiet small">{t('materials.pages', { count: document.pages })}</p>
      <ol className="leaves">
        {document.leaves.map((leaf, index) => (
          <li key={leaf.id}>
            <img src={leaf.url} width={leaf.width} height={leaf.height} loading="lazy" alt="" />
            <span className="small quiet">{index + 1}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

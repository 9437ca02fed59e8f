import { useQuery } from '@tanstack/react-query';
import { type MaterialPicture, problemOf } from '@tilth/api';
import { problemText } from '@tilth/ui';
import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import { documentQuery } from './queries';
import { upload } from './upload';

interface Props {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  known: MaterialPicture[];
  closed: boolean;
}

/** The card as it stands in a chat: what decides whether somebody opens it. */
export function ShareCard({ draft, change, known, closed }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [brought, setBrought] = useState<MaterialPicture[]>([]);
  const pages = useQuery({ ...documentQuery(draft.file ?? ''), enabled: draft.file !== null });
  const first = pages.data?.leaves[0] ?? null;
  const chosen = [...brought, ...known, ...(pages.data?.leaves ?? [])].find((one) => one.id === draft.cover);
  const url = chosen?.url ?? first?.url ?? pictureIn(draft.html);
  const bring = async (file: File) => {
    try {
      const kept = await upload(file);
      setBrought((all) => [...all, kept]);
      change({ cover: kept.id });
    } catch (error) {
      void message.error(problemText(problemOf(error), t));
    }
  };
  return (
    <section className="material-box" aria-label={t('materials.card')}>
      <h2>{t('materials.card')}</h2>
      <div className="share-card">
        <p className="share-card-title">{draft.title || t('materials.titleExample')}</p>
        <div className="share-card-body">
          <p>{draft.description || draft.title}</p>
          {url ? <img src={url} alt="" /> : <span className="share-card-blank" />}
        </div>
      </div>
      {closed ? null : (
        <Upload
          accept="image/*"
          showUploadList={false}
          beforeUpload={(file) => {
            void bring(file);
            return false;
          }}
        >
          <Button size="small">{t('materials.chooseCover')}</Button>
        </Upload>
      )}
      <p className="quiet small">{t('materials.coverHelp')}</p>
    </section>
  );
}

/** The first picture of an article, which the server takes as well. */
function pictureIn(html: string): string | null {
  return /<img[^>]+src="([^"]+)"/.exec(html)?.[1] ?? null;
}

import { useQuery } from '@tanstack/react-query';
import { type MaterialKind, problemOf } from '@tilth/api';
import { Failed, Page, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { KINDS } from './draft';
import { MaterialEditor } from './MaterialEditor';
import { materialQuery } from './queries';
import './materials.css';

/** One material: written on the left, published on the right. */
export function MaterialPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(materialQuery(id));
  return (
    <Page
      wide
      title={query.data?.title ?? t('materials.title')}
      lede={<Link to="/console/materials">{t('materials.back')}</Link>}
    >
      {query.data ? (
        <MaterialEditor key={id} material={query.data} kind={query.data.kind} />
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

export function NewMaterialPage() {
  const { t } = useTranslation();
  const { kind = '' } = useParams();
  const wanted: MaterialKind = KINDS.find((one) => one.toLowerCase() === kind) ?? 'ARTICLE';
  return (
    <Page wide title={t(`materials.newOf.${wanted}`)} lede={<Link to="/console/materials">{t('materials.back')}</Link>}>
      <MaterialEditor kind={wanted} />
    </Page>
  );
}

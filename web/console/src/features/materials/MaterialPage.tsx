import { useQuery } from '@tanstack/react-query';
import { type MaterialKind, problemOf } from '@tilth/api';
import { Failed, Page, Skeleton, useAddress } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { KINDS } from './draft';
import { MaterialEditor } from './MaterialEditor';
import { materialQuery, NEW } from './queries';
import './materials.css';

/** One material: written on the left, published on the right. */
export function MaterialPage() {
  const { t } = useTranslation();
  const { id = NEW } = useParams();
  const { state } = useLocation();
  const { get } = useAddress();
  const fresh = id === NEW;
  const query = useQuery({ ...materialQuery(id), enabled: !fresh });
  const material = query.data;
  const kind: MaterialKind = material?.kind ?? KINDS.find((one) => one === get('kind')) ?? 'ARTICLE';
  // Once it is saved for the first time the address changes, but whoever writes goes on writing.
  const desk = (state as { desk?: string } | null)?.desk ?? id;
  return (
    <Page
      wide
      title={fresh ? t(`materials.newOf.${kind}`) : (material?.title ?? t('materials.title'))}
      lede={<Link to="/console/materials">{t('materials.back')}</Link>}
    >
      {fresh || material ? (
        <MaterialEditor key={desk} kind={kind} {...(material ? { material } : {})} />
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

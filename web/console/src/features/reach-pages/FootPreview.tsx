import { useTranslation } from 'react-i18next';

interface Props {
  brand?: string;
  recordNumber?: string;
  foot?: string;
}

/** What stands under each page, with the words just typed. */
export function FootPreview({ brand, recordNumber, foot }: Props) {
  const { t } = useTranslation();
  const links = [t('reachPages.privacy'), t('reachPages.quiet'), t('reachPages.complaint'), recordNumber];
  return (
    <figure aria-label={t('reachPages.preview')} className="quiet stack">
      <figcaption>{t('reachPages.preview')}</figcaption>
      <div>
        {t('reachPages.previewSentence', { name: brand || t('reachPages.previewName') })}
        {' · '}
        {links.filter(Boolean).join(' · ')}
      </div>
      {foot ? <div>{foot}</div> : null}
    </figure>
  );
}

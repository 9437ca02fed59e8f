import { Mark } from '@tilth/ui/brand';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { arrived, signInAddress } from './door';

const KNOWN = new Set([
  'wecom-sign-in-over',
  'wecom-sign-in-unknown',
  'wecom-not-a-member',
  'wecom-unreachable',
  'wecom-suspended',
  'no-place',
  'place-not-yours',
]);

/** Where those stand whom WeCom did not bring in: it says why, and what helps. */
export function DoorPage() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const code = query.get('problem') ?? '';
  const company = query.get('company');
  return (
    <main className="door">
      <Mark size={48} />
      <h1>{t('door.title')}</h1>
      <p>{t(KNOWN.has(code) ? `door.problem.${code}` : 'door.problem.unknown')}</p>
      <a
        className="button button-main"
        href={company ? `/wecom/sign-in/${company}?to=/w` : signInAddress('/w')}
        onClick={arrived}
      >
        {t('door.again')}
      </a>
    </main>
  );
}

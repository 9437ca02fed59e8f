import { useQuery } from '@tanstack/react-query';
import { api, ask, HOUSE, homeOf, type Session, useChoosePlace } from '@tilth/api';
import { Banner, Moment } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

/** What everybody in this place should know before anything else. */
export function Banners({ session }: { session: Session }) {
  return (
    <>
      {session.support ? <SupportBanner session={session} /> : null}
      {session.place.state === 'CLOSING' ? <ClosingBanner session={session} /> : null}
      {session.rights.includes('support:decide') && !session.support ? <AskedBanner /> : null}
    </>
  );
}

function SupportBanner({ session }: { session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choose = useChoosePlace();
  const leave = () => choose.mutate(HOUSE, { onSuccess: (entered) => void navigate(homeOf(entered)) });
  return (
    <Banner
      tone="clay"
      action={
        <Button size="small" loading={choose.isPending} onClick={leave}>
          {t('app.supportLeave')}
        </Button>
      }
    >
      <strong>{t('app.supportTitle', { place: session.place.name })}</strong> {session.support?.reason}
      {' · '}
      {t('app.supportUntil')} <Moment at={session.support?.until ?? ''} />
    </Banner>
  );
}

function ClosingBanner({ session }: { session: Session }) {
  const { t } = useTranslation();
  const may = session.rights.includes('company:close');
  return (
    <Banner tone="red" action={may ? <Link to="/console/settings/company">{t('app.closingUndo')}</Link> : null}>
      {t('app.closing')}
    </Banner>
  );
}

function AskedBanner() {
  const { t } = useTranslation();
  const requests = useQuery({
    queryKey: ['support', 'own'],
    queryFn: () => ask(api.GET('/api/v1/support-requests')),
  });
  const asked = requests.data?.find((request) => request.state === 'ASKED');
  if (!asked) {
    return null;
  }
  return (
    <Banner tone="clay" action={<Link to="/console/settings/support">{t('app.askedAnswer')}</Link>}>
      {t('app.asked', { name: asked.requestedBy })}
    </Banner>
  );
}

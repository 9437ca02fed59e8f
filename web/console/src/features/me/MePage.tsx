import { Page, Section } from '@tilth/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Devices } from './Devices';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';
import { SecondFactor } from './SecondFactor';
import { SignIns } from './SignIns';

export function MePage() {
  const { t } = useTranslation();
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) {
      document.querySelector(hash)?.scrollIntoView?.({ block: 'start' });
    }
  }, [hash]);
  return (
    <Page title={t('me.title')} lede={t('me.lede')}>
      <Section title={t('me.profile')}>
        <ProfileForm />
      </Section>
      <div id="password" className="anchor" />
      <Section title={t('me.password')} lede={t('me.passwordLede')}>
        <PasswordForm />
      </Section>
      <div id="totp" className="anchor" />
      <Section title={t('me.totp')} lede={t('me.totpLede')}>
        <SecondFactor />
      </Section>
      <Section title={t('me.devices')} lede={t('me.devicesLede')}>
        <Devices />
      </Section>
      <Section title={t('me.signIns')} lede={t('me.signInsLede')}>
        <SignIns />
      </Section>
    </Page>
  );
}

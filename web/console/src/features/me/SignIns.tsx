import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { Failed, Moment, Skeleton, Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { device } from './agent';
import { signInsQuery } from './queries';

export function SignIns() {
  const { t } = useTranslation();
  const signIns = useQuery(signInsQuery);
  if (signIns.error && !signIns.data) {
    return <Failed problem={problemOf(signIns.error)} retry={() => void signIns.refetch()} />;
  }
  if (!signIns.data) {
    return <Skeleton lines={3} />;
  }
  return (
    <ul className="rows">
      {signIns.data.map((one) => (
        <li key={one.at + one.address}>
          <div>
            <Moment at={one.at} />
            <div className="quiet small">
              {one.address} · <span title={one.agent}>{device(one.agent)}</span>
            </div>
          </div>
          <Tag tone={one.outcome === 'OK' ? 'leaf' : 'red'}>{t(`me.outcome.${one.outcome}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}

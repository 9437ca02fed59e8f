import { type Place, type Problem, problemOf } from '@tilth/api';
import { BuildingIcon, ProblemNote, RightIcon, Tag, TenantsIcon, WarnIcon } from '@tilth/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackButton } from './PasswordStep';

interface Props {
  places: Place[];
  onChoose: (tenant: number) => Promise<void>;
  onLeave: () => Promise<void>;
}

export function PlaceStep({ places, onChoose, onLeave }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async (tenant: number) => {
    setBusy(true);
    setProblem(null);
    try {
      await onChoose(tenant);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <ul>
        {places.map((place) => (
          <li key={place.tenant}>
            <PlaceButton place={place} busy={busy} onClick={() => void choose(place.tenant)} />
          </li>
        ))}
      </ul>
      {problem ? <ProblemNote problem={problem} /> : null}
      <BackButton onClick={() => void onLeave()} />
    </div>
  );
}

function PlaceButton({ place, busy, onClick }: { place: Place; busy: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="place" disabled={busy} onClick={onClick}>
      {place.kind === 'HOUSE' ? <TenantsIcon /> : <BuildingIcon />}
      <span className="place-name">
        <strong>{place.name}</strong>
        <span className="quiet small">{t(`session.kind.${place.kind}`)}</span>
      </span>
      {place.state === 'ACTIVE' ? null : (
        <Tag tone={place.state === 'SUSPENDED' ? 'red' : 'clay'}>{t(`session.state.${place.state}`)}</Tag>
      )}
      <RightIcon />
    </button>
  );
}

interface SuspendedProps extends Props {
  reason: string | null;
}

/** Says why, what stays, whom to ask; other places remain open. */
export function SuspendedStep({ reason, places, onChoose, onLeave }: SuspendedProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <div className="note note-clay" role="alert">
        <WarnIcon />
        <div>
          <p>{reason ? t('session.suspendedReason', { reason }) : t('session.suspendedNoReason')}</p>
          <p>{t('session.suspendedKept')}</p>
        </div>
      </div>
      <PlaceStep places={places} onChoose={onChoose} onLeave={onLeave} />
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type MaterialKind, type OpenedMaterial, type Problem, problemOf, useMay } from '@tilth/api';
import { Confirm, counted, Moment, ProblemNote } from '@tilth/ui';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Draft } from './draft';
import { Findings } from './Findings';
import { addressOf, materialQuery, SAME_DESK } from './queries';
import { StateTag } from './StateTag';

interface Props {
  kind: MaterialKind;
  draft: Draft;
  material: OpenedMaterial | undefined;
  saving: 'saved' | 'waiting' | 'busy';
  closed: boolean;
  onSave: () => Promise<OpenedMaterial | undefined>;
}

type Deed = 'submit' | 'publish' | 'withdraw';

/** Where the material stands, and the one next step. */
export function PublishBox({ draft, material, saving, closed, onSave }: Props) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<Deed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState<'withdraw' | 'remove' | 'return' | null>(null);
  const step = async (deed: Deed) => {
    setBusy(deed);
    setProblem(null);
    try {
      const saved = closed ? material : await onSave();
      if (!saved) {
        return;
      }
      const answer = await ask(
        api.POST(`/api/v1/materials/{id}/${deed}`, {
          params: { path: { id: saved.id } },
          body: { version: saved.version },
        }),
      );
      queries.setQueryData(materialQuery(answer.id).queryKey, answer);
      void queries.invalidateQueries({ queryKey: ['material', 'list'] });
      void message.success(t(`materials.stepped.${answer.state}`));
      if (!material) {
        void navigate(addressOf(answer.id), SAME_DESK);
      }
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  };
  const reviewing = material?.state === 'IN_REVIEW';
  const writes = may('material:write') && material?.state !== 'TAKEN_DOWN';
  const fresh = !material?.live || material.changed || saving !== 'saved' || material.state === 'WITHDRAWN';
  return (
    <section className="material-box" aria-label={t('materials.publishing')}>
      <p className="material-state">
        {material ? <StateTag material={material} /> : null}
        <span className="quiet small">
          {saving === 'busy' ? (
            t('materials.saving')
          ) : saving === 'waiting' ? (
            t(draft.title.trim() ? 'materials.unsaved' : 'materials.needsTitle')
          ) : material ? (
            <>
              {t('materials.savedAt')} <Moment at={material.updatedAt} />
            </>
          ) : (
            t('materials.needsTitle')
          )}
        </span>
      </p>
      {material && (material.shares > 0 || material.opens > 0) ? (
        <p className="quiet small">
          {t('materials.figures', {
            shares: counted(material.shares, i18n.language),
            opens: counted(material.opens, i18n.language),
          })}
        </p>
      ) : null}
      {reviewing ? <Findings findings={material.findings} /> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      {reviewing && may('material:review') ? (
        <div className="material-steps">
          <Button type="primary" loading={busy === 'publish'} onClick={() => void step('publish')}>
            {t('materials.approve')}
          </Button>
          <Button onClick={() => setAsking('return')}>{t('materials.giveBack')}</Button>
        </div>
      ) : null}
      {reviewing && !may('material:review') ? <p className="quiet">{t('materials.waitsForReview')}</p> : null}
      {writes && !reviewing ? (
        <div className="material-steps">
          <Button
            type="primary"
            disabled={!draft.title.trim() || !fresh}
            loading={busy === 'submit'}
            onClick={() => void step('submit')}
          >
            {t(material?.live ? 'materials.publishAgain' : 'materials.publish')}
          </Button>
          {material?.live ? <Button onClick={() => setAsking('withdraw')}>{t('materials.withdraw')}</Button> : null}
          {material && !material.publishedAt ? (
            <Button onClick={() => setAsking('remove')}>{t('materials.remove')}</Button>
          ) : null}
        </div>
      ) : null}
      <Confirm
        open={asking === 'withdraw'}
        danger
        title={t('materials.withdrawAsk', { title: draft.title })}
        confirm={t('materials.withdraw')}
        onConfirm={() => step('withdraw')}
        onClose={() => setAsking(null)}
      >
        <p>{t('materials.withdrawConsequence')}</p>
      </Confirm>
      <Confirm
        open={asking === 'remove'}
        danger
        title={t('materials.removeAsk', { title: draft.title })}
        confirm={t('materials.remove')}
        onConfirm={async () => {
          await ask(api.DELETE('/api/v1/materials/{id}', { params: { path: { id: material?.id ?? '' } } }));
          await queries.invalidateQueries({ queryKey: ['material', 'list'] });
          void navigate('/console/materials');
        }}
        onClose={() => setAsking(null)}
      >
        <p>{t('materials.removeConsequence')}</p>
      </Confirm>
      {material ? <GiveBack material={material} open={asking === 'return'} onClose={() => setAsking(null)} /> : null}
    </section>
  );
}

function GiveBack({ material, open, onClose }: { material: OpenedMaterial; open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  return (
    <Confirm
      open={open}
      title={t('materials.giveBackAsk')}
      confirm={t('materials.giveBack')}
      onConfirm={async () => {
        const answer = await ask(
          api.POST('/api/v1/materials/{id}/return', {
            params: { path: { id: material.id } },
            body: { reason, version: material.version },
          }),
        );
        queries.setQueryData(materialQuery(material.id).queryKey, answer);
      }}
      onClose={onClose}
    >
      <Input.TextArea
        aria-label={t('materials.giveBackReason')}
        placeholder={t('materials.giveBackReason')}
        maxLength={200}
        autoSize={{ minRows: 2 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Confirm>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type CodePlan, type PrintPack, problemOf } from '@tilth/api';
import { DownloadIcon, Failed, Meter, Moment, ProblemForm, Section, SidePanel, Skeleton, Tag } from '@tilth/ui';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { packsQuery } from './queries';

interface Values {
  sheet: PrintPack['sheet'];
  hint: string;
}

interface Props {
  /** All codes of which are printed when none are chosen. */
  plan?: CodePlan;
  marked: ReadonlySet<string>;
  onClose: () => void;
}

/** One PDF for the print shop, drawn in the background. */
export function PrintPanel({ plan, marked, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const codes = [...marked];
  const order = async ({ sheet, hint }: Values) => {
    await ask(
      api.POST('/api/v1/print-packs', {
        body: { sheet, hint: hint.trim(), planId: codes.length > 0 ? null : (plan?.id ?? null), codes },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['print-packs'] });
  };
  return (
    <SidePanel
      title={t('print.title')}
      subtitle={
        codes.length > 0 ? t('print.marked', { count: codes.length }) : t('print.whole', { count: plan?.codes ?? 0 })
      }
      onClose={onClose}
    >
      <Section title={t('print.make')}>
        <ProblemForm<Values>
          name="print-pack"
          submit={t('print.order')}
          initial={{ sheet: 'CARD', hint: t('print.hintUsual') }}
          onSubmit={order}
        >
          <Form.Item name="sheet" label={t('print.sheet')}>
            <Radio.Group
              className="plan-scopes"
              options={(['CARD', 'STICKER'] as const).map((value) => ({ value, label: t(`print.sheetOf.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="hint" label={t('print.hint')} extra={t('print.hintHelp')}>
            <Input maxLength={30} />
          </Form.Item>
        </ProblemForm>
      </Section>
      <Packs />
    </SidePanel>
  );
}

function Packs() {
  const { t } = useTranslation();
  const packs = useQuery({
    ...packsQuery,
    refetchInterval: (query) => (query.state.data?.some((one) => one.state === 'WAITING') ? 2000 : false),
  });
  return (
    <Section title={t('print.packs')} lede={t('print.packsHelp')}>
      {packs.data ? (
        packs.data.length > 0 ? (
          <ul className="rows rows-plain">
            {packs.data.map((pack) => (
              <li key={pack.id}>
                <Pack pack={pack} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('print.none')}</p>
        )
      ) : packs.error ? (
        <Failed problem={problemOf(packs.error)} retry={() => void packs.refetch()} />
      ) : (
        <Skeleton lines={2} />
      )}
    </Section>
  );
}

function Pack({ pack }: { pack: PrintPack }) {
  const { t } = useTranslation();
  return (
    <div className="plan-pack">
      <div>
        <p>{t('print.packOf', { sheet: t(`print.name.${pack.sheet}`), count: pack.cards })}</p>
        <p className="quiet small">
          {pack.by} · <Moment at={pack.at} />
        </p>
        {pack.state === 'READY' ? (
          <p className="quiet small">
            {t('print.until')} <Moment at={pack.expiresAt} />
          </p>
        ) : null}
      </div>
      {pack.state === 'READY' ? (
        <Button size="small" href={`/api/v1/print-packs/${pack.id}/file`} download icon={<DownloadIcon size={16} />}>
          {t('print.download')}
        </Button>
      ) : pack.state === 'FAILED' ? (
        <Tag tone="red">{t('print.failed')}</Tag>
      ) : (
        <div className="plan-pack-meter">
          <Meter label={t('print.progress')} value={pack.done} of={pack.cards} />
          <span className="quiet small">{t('print.doneOf', { done: pack.done, total: pack.cards })}</span>
        </div>
      )}
    </div>
  );
}

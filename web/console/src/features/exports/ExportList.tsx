import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Export, problemOf } from '@tilth/api';
import { DownloadIcon, Failed, Moment, ProblemNote, Skeleton, Tag } from '@tilth/ui';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';

/** Each look of the operator into a tenant is a line in the trail, so it does not look for nothing. */
const NOTED = 5 * 60_000;
const GOING = new Set<Export['state']>(['WAITING', 'RUNNING']);

/** Whole copies of the data: one's own company's, or (for the operator) a tenant's. */
export function ExportList({ tenant }: { tenant?: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const queryKey = ['exports', tenant ?? 'own'];
  const every = tenant === undefined ? 3000 : 15_000;
  const exports = useQuery({
    queryKey,
    queryFn: () => (tenant === undefined ? ask(api.GET('/api/v1/exports')) : ask(ofTenant(tenant))),
    refetchInterval: (query) => (query.state.data?.some((one) => GOING.has(one.state)) ? every : false),
    ...(tenant === undefined ? {} : { staleTime: NOTED, refetchOnWindowFocus: false }),
  });
  const begin = useMutation({
    mutationFn: async () =>
      void (await (tenant === undefined ? ask(api.POST('/api/v1/exports')) : ask(beginFor(tenant)))),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  const going = exports.data?.some((one) => GOING.has(one.state)) ?? false;
  return (
    <div className="stack">
      <div>
        <Button onClick={() => begin.mutate()} loading={begin.isPending} disabled={going}>
          {t(going ? 'exports.going' : 'exports.begin')}
        </Button>
      </div>
      {begin.error ? <ProblemNote problem={problemOf(begin.error)} /> : null}
      {exports.error && !exports.data ? (
        <Failed problem={problemOf(exports.error)} retry={() => void exports.refetch()} />
      ) : exports.data ? (
        <ul className="rows rows-plain">
          {exports.data.map((one) => (
            <ExportRow key={one.id} one={one} file={fileOf(one.id, tenant)} />
          ))}
        </ul>
      ) : (
        <Skeleton lines={2} />
      )}
    </div>
  );
}

function ofTenant(tenant: number) {
  return api.GET('/api/v1/operator/tenants/{tenant}/exports', { params: { path: { tenant } } });
}

function beginFor(tenant: number) {
  return api.POST('/api/v1/operator/tenants/{tenant}/exports', { params: { path: { tenant } } });
}

function fileOf(id: string, tenant: number | undefined): string {
  return tenant === undefined ? `/api/v1/exports/${id}/file` : `/api/v1/operator/tenants/${tenant}/exports/${id}/file`;
}

function ExportRow({ one, file }: { one: Export; file: string }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const percent = one.tablesTotal > 0 ? Math.round((one.tablesDone / one.tablesTotal) * 100) : 0;
  return (
    <li>
      <div>
        <Moment at={one.requestedAt} /> <span className="quiet">· {one.requestedBy}</span>
        {GOING.has(one.state) ? <Progress percent={percent} size="small" aria-label={t('exports.progress')} /> : null}
        <div className="quiet small">
          {one.state === 'READY'
            ? t('exports.size', { rows: number.format(one.rows), size: megabytes(one.bytes, i18n.language) })
            : one.state === 'FAILED'
              ? t('exports.failedHelp')
              : t('exports.tables', { done: one.tablesDone, total: one.tablesTotal, rows: number.format(one.rows) })}
          {one.state === 'READY' && one.expiresAt ? (
            <>
              {' · '}
              {t('exports.until')} <Moment at={one.expiresAt} />
            </>
          ) : null}
        </div>
      </div>
      {one.state === 'READY' ? (
        <Button size="small" href={file} download icon={<DownloadIcon size={16} />}>
          {t('exports.download')}
        </Button>
      ) : (
        <Tag tone={one.state === 'FAILED' ? 'red' : 'quiet'}>{t(`exports.state.${one.state}`)}</Tag>
      )}
    </li>
  );
}

function megabytes(bytes: number, language: string): string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return bytes < 1_000_000 ? `${format.format(bytes / 1000)} kB` : `${format.format(bytes / 1_000_000)} MB`;
}

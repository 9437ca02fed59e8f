import { randomUUID } from 'node:crypto';
import type { ConnectStep, Sync, WecomCallback, WecomCompany, WecomHealth } from '@tilth/api';
import { before, id } from './data.ts';
import { found, type Handler, Refused } from './replies.ts';

const WHERE: Record<ConnectStep['key'], string> = {
  CREDENTIALS: '企业微信管理后台 › 应用管理 › 自建 › 应用详情',
  TRUSTED_ADDRESS: '应用管理 › 自建 › 应用详情 › 企业可信IP',
  SCOPE: '应用管理 › 自建 › 应用详情 › 可见范围',
  CUSTOMER_CALLS: '客户与上下游 › 客户联系 › 客户 › API › 可调用接口的应用',
  CALLBACK: '应用管理 › 自建 › 应用详情 › 接收消息 › 设置API接收',
  DOMAIN_FILE: '应用管理 › 自建 › 应用详情 › 网页授权及JS-SDK › 申请校验域名',
  OAUTH_DOMAIN: '应用管理 › 自建 › 应用详情 › 网页授权及JS-SDK › 可信域名',
  JSSDK_DOMAIN: '应用管理 › 自建 › 应用详情 › 网页授权及JS-SDK › JS-SDK 可信域名',
  DEVELOPER_BINDING: '客户与上下游 › 客户联系 › 客户 › API › 微信开发者ID',
  SIDEBAR: '客户与上下游 › 聊天工具 › 聊天工具栏管理 › 配置应用页面',
};

function stepsOf(ready: boolean): ConnectStep[] {
  return (Object.keys(WHERE) as ConnectStep['key'][]).map((key, index) => ({
    key,
    state: ready ? (key === 'SIDEBAR' ? 'DECLARED' : 'OK') : index === 0 ? 'OK' : index === 1 ? 'FAILED' : 'TODO',
    checkedAt: ready || index < 2 ? before(0, 0.2) : null,
    problem:
      !ready && index === 1
        ? {
            code: 'address-not-trusted',
            sentence: '企业微信拒绝了来自 121.40.88.17 的请求（60020）。把这个 IP 加进「企业可信IP」，等一分钟再检查。',
            facts: { address: '121.40.88.17' },
          }
        : null,
    where: WHERE[key],
    helpUrl: null,
  }));
}

const company = (number: number, name: string, state: WecomCompany['state'], corpId: string): WecomCompany => ({
  id: id(number),
  name,
  corpId,
  kind: 'SELF_BUILT',
  agentId: 1000002,
  state,
  domain: state === 'CONNECTED' ? 'crm.hemuli.example' : null,
  connectedAt: state === 'CONNECTED' ? before(41) : null,
  lastCallbackAt: state === 'CONNECTED' ? before(0, 0.01) : null,
  trouble: false,
  version: 1,
});

const PARTS: [string, number][] = [
  ['departments', 17],
  ['members', 48],
  ['tags', 26],
  ['customers', 9720],
  ['groups', 8],
];

const sync = (kind: Sync['kind'], days: number, differences: Record<string, number>): Sync => ({
  id: randomUUID(),
  kind,
  state: 'DONE',
  startedAt: before(days),
  finishedAt: before(days, -0.05),
  parts: PARTS.map(([name, total]) => ({ name, done: total, total, state: 'DONE' })),
  calls: 412,
  waitedMs: kind === 'FIRST' ? 14_200 : 0,
  differences,
  reason: null,
});

function health(one: WecomCompany): WecomHealth {
  return {
    checkedAt: before(0),
    tokens: [
      { name: 'access', state: 'OK', expiresAt: before(0, -1.4), refreshedAt: before(0, 0.6), error: null },
      { name: 'jsapi', state: 'OK', expiresAt: before(0, -1.1), refreshedAt: before(0, 0.9), error: null },
    ],
    callbacks: { lastAt: one.lastCallbackAt, today: 1284, waiting: 3, failed: 2, lagMs: 180 },
    quota: [
      { api: 'externalcontact/get', window: 'MINUTE', used: 212, limit: 10_000 },
      { api: 'externalcontact/add_msg_template', window: 'DAY', used: 4130, limit: 5000 },
      { api: 'externalcontact/add_contact_way', window: 'DAY', used: 38, limit: 10_000 },
    ],
    drift: { at: before(0, 16), differences: { 'follow.missing': 3, 'customer.changed': 11 } },
    licences: null,
    errors: [
      {
        at: before(0, 5),
        api: 'externalcontact/remark',
        code: 84061,
        sentence: '员工和这位客户已经不是好友，备注没有写进企业微信。',
        times: 2,
      },
    ],
    hours: Array.from({ length: 24 }, (_, index) => ({
      at: before(0, 23 - index),
      callbacks: Math.round(30 + 70 * Math.max(0, Math.sin((index - 5) / 4))) + (index % 3),
      calls: Math.round(20 + 55 * Math.max(0, Math.sin((index - 6) / 4))) + (index % 4),
      errors: index === 18 ? 2 : 0,
    })),
    findings: [
      { level: 'WATCH', code: 'callbacks-failed', sentence: '有 2 条回调没做成，看看原因后可以重试。' },
      {
        level: 'WATCH',
        code: 'quota-nearly-used',
        sentence: '群发额度今天用掉了 83%，剩下的不够再发一次全员群发。',
      },
      { level: 'GOOD', code: 'callbacks-arrive', sentence: '回调正常到达，平均 0.2 秒内处理完。' },
      { level: 'GOOD', code: 'tokens-good', sentence: '令牌都在有效期内。' },
    ],
  };
}

function callbacks(at: WecomCompany): WecomCallback[] {
  const lines: [string, string, WecomCallback['state'], string | null, string | null][] = [
    ['change_external_contact', 'add_external_contact', 'DONE', '王先生', null],
    ['change_external_contact', 'edit_external_contact', 'WAITING', '李女士', null],
    [
      'change_external_contact',
      'del_follow_user',
      'FAILED',
      '赵女士',
      '客户详情取不到：企业微信繁忙（-1），试了 6 次。',
    ],
    ['change_external_chat', 'update', 'DONE', '滨江·金茂府业主群', null],
    ['change_contact', 'update_user', 'DONE', '林晓', null],
    ['change_external_tag', 'create', 'DONE', '意向等级 / 高', null],
    ['change_external_contact', 'transfer_fail', 'FAILED', '孙女士', '找不到对应的继承单。'],
  ];
  return Array.from({ length: 34 }, (_, index) => {
    const [event, change, state, subject, reason] = lines[index % lines.length] as (typeof lines)[number];
    return {
      id: id(2000 + index),
      company: { id: at.id, name: at.name },
      event,
      change,
      at: before(0, index * 0.37),
      receivedAt: before(0, index * 0.37),
      state: index > 6 && state !== 'DONE' ? 'DONE' : state,
      attempts: state === 'FAILED' && index <= 6 ? 6 : 1,
      reason: index > 6 ? null : reason,
      subject,
      heard: event !== 'change_external_tag',
    };
  });
}

/** The WeCom side of one tenant. */
export class WecomMock {
  private companies: WecomCompany[];
  private steps = new Map<string, ConnectStep[]>();
  private syncs = new Map<string, Sync[]>();
  private callbacks: WecomCallback[] = [];

  constructor(tenant: number) {
    this.companies =
      tenant === 1
        ? [
            company(901, '禾木里全屋定制', 'CONNECTED', 'ww7a1c0e5d2b9f8a31'),
            company(902, '禾木里（宁波加盟）', 'DRAFT', 'ww19fe03ab77c2d014'),
          ]
        : [];
    for (const one of this.companies) {
      this.steps.set(one.id, stepsOf(one.state === 'CONNECTED'));
    }
    if (tenant === 1) {
      const first = this.companies[0] as WecomCompany;
      this.syncs.set(first.id, [
        sync('NIGHTLY', 0.7, { 'follow.missing': 3, 'customer.changed': 11 }),
        sync('NIGHTLY', 1.7, {}),
        sync('FIRST', 41, {}),
      ]);
      this.callbacks = callbacks(first);
    }
  }

  private one(id: string | undefined) {
    return found(this.companies, id);
  }

  /** Each look finds the running sync a little further. */
  private syncsOf(id: string) {
    const all = this.syncs.get(id) ?? [];
    const running = all[0]?.state === 'RUNNING' ? all[0] : undefined;
    if (running) {
      running.calls += 37;
      const part = running.parts.find((one) => one.state !== 'DONE');
      if (part) {
        part.done = Math.min(part.total, part.done + Math.max(900, Math.ceil(part.total / 3)));
        part.state = part.done === part.total ? 'DONE' : 'RUNNING';
      } else {
        running.state = 'DONE';
        running.finishedAt = before(0);
      }
    }
    return all;
  }

  private begin(one: WecomCompany, kind: Sync['kind']) {
    const parts: Sync['parts'] = PARTS.map(([name, total]) => ({ name, done: 0, total, state: 'TODO' }));
    const running: Sync = { ...sync(kind, 0, {}), state: 'RUNNING', finishedAt: null, parts, calls: 0, waitedMs: 0 };
    this.syncs.set(one.id, [running, ...(this.syncs.get(one.id) ?? [])]);
    return running;
  }

  private step(id: string | undefined, key: string | undefined, state: ConnectStep['state']) {
    const steps = this.steps.get(this.one(id).id) ?? [];
    const step = steps.find((candidate) => candidate.key === key);
    return step && Object.assign(step, { state, checkedAt: before(0), problem: null });
  }

  readonly handlers: Record<string, Handler> = {
    'GET wecom/setting': () => ({
      where: 'OWN_SERVER',
      offers: ['SELF_BUILT'],
      addresses: ['121.40.88.17'],
      publicUrl: 'https://crm.hemuli.example',
    }),
    'GET wecom/companies': () => this.companies,
    'POST wecom/companies': ({ body }) => {
      const made = { ...company(0, String(body.name), 'DRAFT', String(body.corpId)), id: randomUUID() };
      this.companies.push({ ...made, domain: (body.domain as string) ?? null });
      this.steps.set(made.id, stepsOf(false));
      return made;
    },
    'GET wecom/companies/:id': (_, [id]) => this.one(id),
    'PUT wecom/companies/:id': ({ body }, [id]) => {
      const one = this.one(id);
      return Object.assign(one, { name: body.name, domain: body.domain, version: one.version + 1 });
    },
    'POST wecom/companies/:id/callback-credentials': () => ({
      url: 'https://crm.hemuli.example/wecom/callback/k3V9pQ2x',
      token: 'dQ8sK2mZ7yB4wR1t',
      aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    }),
    'GET wecom/companies/:id/steps': (_, [id]) => this.steps.get(this.one(id).id),
    'POST wecom/companies/:id/steps/:key/check': (_, [id, key]) => this.step(id, key, 'OK'),
    'POST wecom/companies/:id/steps/:key/declare': (_, [id, key]) => this.step(id, key, 'DECLARED'),
    'PUT wecom/companies/:id/domain-file': () => undefined,
    'POST wecom/companies/:id/connect': (_, [id]) => {
      const one = this.one(id);
      this.begin(one, 'FIRST');
      return Object.assign(one, { state: 'CONNECTED', connectedAt: before(0), version: one.version + 1 });
    },
    'POST wecom/companies/:id/close': (_, [id]) => Object.assign(this.one(id), { state: 'CLOSED' }),
    'GET wecom/companies/:id/links': () => ({
      home: 'https://crm.hemuli.example/wecom/sign-in/k3V9pQ2x?next=/console',
      sidebar: 'https://crm.hemuli.example/sidebar',
      signIn: 'https://crm.hemuli.example/wecom/sign-in/k3V9pQ2x',
    }),
    'GET wecom/companies/:id/health': (_, [id]) => health(this.one(id)),
    'GET wecom/companies/:id/syncs': (_, [id]) => this.syncsOf(this.one(id).id),
    'POST wecom/companies/:id/syncs': (_, [id]) => {
      if (this.syncs.get(id ?? '')?.[0]?.state === 'RUNNING') {
        throw new Refused(409, 'sync-running', '已经有一次同步在进行，等它做完再来。');
      }
      return this.begin(this.one(id), 'ASKED');
    },
    'GET wecom/callbacks': ({ query }) => ({
      items: this.callbacks.filter(
        (one) =>
          (!query.get('state') || one.state === query.get('state')) &&
          (!query.get('event') || one.event === query.get('event')),
      ),
      next: null,
    }),
    'POST wecom/callbacks/retry': () => {
      const failed = this.callbacks.filter((one) => one.state === 'FAILED');
      for (const one of failed) {
        Object.assign(one, { state: 'WAITING', reason: null });
      }
      return { retried: failed.length };
    },
    'GET wecom/callbacks/:id': (_, [id]) => {
      const one = found(this.callbacks, id);
      const fields = {
        Event: one.event,
        ChangeType: one.change,
        UserID: 'linxiao',
        ExternalUserID: 'wmEAlECwAAHrbWYDetiw',
      };
      return { ...one, fields: { ToUserName: 'ww7a1c0e5d2b9f8a31', CreateTime: '1795000000', ...fields } };
    },
    'POST wecom/callbacks/:id/retry': (_, [id]) =>
      void Object.assign(found(this.callbacks, id), { state: 'WAITING', reason: null }),
    'POST wecom/callbacks/:id/replay': (_, [id]) => void Object.assign(found(this.callbacks, id), { state: 'WAITING' }),
  };
}

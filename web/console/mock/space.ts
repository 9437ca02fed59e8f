import { randomUUID } from 'node:crypto';
import type { Company, Export, Me, SupportRequest, Tenant, View } from '@tilth/api';
import { CustomersMock } from './customers.ts';
import * as data from './data.ts';
import { overview } from './overview.ts';
import { PeopleMock } from './people.ts';
import { days, exportOf, found, type Handler, Refused, type Reply, type Request } from './replies.ts';
import { WecomMock } from './wecom.ts';

const FILTERS: Record<string, (tenant: Tenant) => boolean> = {
  TRIAL_ENDING: (one) => one.plan === 'TRIAL' && days(one.validUntil) <= 7,
  EXPIRING: (one) => days(one.validUntil) <= 30,
  IDLE: (one) => !one.lastSignedInAt || days(one.lastSignedInAt) < -7,
  SUSPENDED: (one) => one.state === 'SUSPENDED',
  CLOSING: (one) => one.state === 'CLOSING',
};

const SORTS: Record<string, keyof Tenant> = {
  VALID_UNTIL: 'validUntil',
  LAST_SIGNED_IN: 'lastSignedInAt',
  NAME: 'name',
};

/** Everything that belongs to one tenant, or to the operator. */
export class Space {
  roles;
  accounts;
  invitations;
  apiKeys = data.apiKeys();
  audit = data.audit();
  support: SupportRequest[];
  exports: Export[] = [];
  views: View[] = [
    { id: data.id(801), page: 'tenants', name: '我负责的试用', query: 'filter=TRIAL_ENDING', shared: true, mine: true },
  ];
  tenants: Tenant[];
  company: Company;
  me: Me;
  private readonly all: Record<string, Handler>;

  constructor(private readonly tenant: number) {
    const house = tenant === 0;
    const people = new PeopleMock(tenant);
    const others = [new WecomMock(tenant), people, new CustomersMock(tenant, people.members)];
    this.all = Object.assign({}, this.handlers, ...others.map((one) => one.handlers));
    this.roles = house ? data.houseRoles() : data.companyRoles();
    this.accounts = house
      ? data.houseAccounts(this.roles)
      : data.companyAccounts(this.roles).slice(0, tenant === 2 ? 1 : 9);
    this.invitations = tenant === 1 ? data.invitations(this.roles) : [];
    this.support = tenant === 1 ? data.supportRequests() : [];
    this.tenants = house ? data.tenants(this.accounts) : [];
    const name = tenant === 2 ? '云栈软件' : '禾木里全屋定制';
    this.company = {
      name,
      trade: tenant === 2 ? 'B2B_SAAS' : 'HOME',
      timeZone: 'Asia/Shanghai',
      state: 'ACTIVE',
      plan: 'PRO',
      validUntil: data.before(-210),
      closesAt: null,
      version: 0,
    };
    this.me = {
      name: this.accounts[0]?.name ?? '',
      login: this.accounts[0]?.login ?? '',
      language: 'zh-CN',
      totp: false,
      version: 0,
    };
    if (tenant === 1) {
      this.exports.push(exportOf('READY', 24, 18_234, 50));
    }
    if (tenant === 2) {
      this.audit = this.audit.slice(0, 1);
      this.apiKeys = [];
    }
  }

  answer(request: Request): Reply {
    for (const [pattern, handler] of Object.entries(this.all)) {
      const [method, path] = pattern.split(' ') as [string, string];
      const match =
        method === request.method && new RegExp(`^/api/v1/${path.replace(/:\w+/g, '([^/]+)')}$`).exec(request.path);
      if (match) {
        const body = handler(request, match.slice(1));
        return body === undefined ? { status: 204 } : { status: 200, body };
      }
    }
    throw new Refused(404, 'not-found', '没有这个地址。');
  }

  private readonly handlers: Record<string, Handler> = {
    'GET me': () => this.me,
    'PUT me': ({ body }) => Object.assign(this.me, body, { version: this.me.version + 1 }),
    'PUT me/password': () => undefined,
    'POST me/totp': () => ({
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Tilth:shenzhixia?secret=JBSWY3DPEHPK3PXP&issuer=Tilth',
    }),
    'PUT me/totp': () => void (this.me.totp = true),
    'DELETE me/totp': () => void (this.me.totp = false),
    'GET me/sessions': () => [
      {
        id: 'a',
        current: true,
        address: '60.177.12.34',
        agent: 'Chrome · Windows',
        startedAt: data.before(0, 3),
        lastSeenAt: data.before(0),
      },
      {
        id: 'b',
        current: false,
        address: '117.136.8.9',
        agent: 'Safari · iPhone',
        startedAt: data.before(4),
        lastSeenAt: data.before(1),
      },
    ],
    'DELETE me/sessions/:id': () => undefined,
    'GET me/sign-ins': () => [
      { at: data.before(0, 3), outcome: 'OK', address: '60.177.12.34', agent: 'Chrome · Windows' },
      { at: data.before(2), outcome: 'WRONG', address: '8.8.4.4', agent: 'Firefox · Linux' },
      { at: data.before(4), outcome: 'OK', address: '117.136.8.9', agent: 'Safari · iPhone' },
    ],
    'GET accounts': ({ query }) => ({
      items: this.accounts.filter(
        (one) =>
          (one.name + one.login).includes(query.get('q') ?? '') &&
          (!query.get('state') || one.state === query.get('state')),
      ),
      next: null,
    }),
    'PUT accounts/:id': ({ body }, [id]) => {
      const account = found(this.accounts, id);
      const role = found(this.roles, String(body.roleId));
      return Object.assign(account, { name: body.name, role, version: account.version + 1 });
    },
    'POST accounts/:id/freeze': (_, [id]) => void (found(this.accounts, id).state = 'FROZEN'),
    'POST accounts/:id/unfreeze': (_, [id]) => void (found(this.accounts, id).state = 'ACTIVE'),
    'POST accounts/:id/reset-link': () => ({ link: 'https://tilth.example/join#reset', expiresAt: data.before(-1) }),
    'DELETE accounts/:id': (_, [id]) => void (this.accounts = this.accounts.filter((one) => one.id !== id)),
    'PUT accounts/:id/members/:member': () => undefined,
    'DELETE accounts/:id/members/:member': () => {
      throw new Refused(404, 'member-not-tied', '这位员工没有绑定到这个账号。');
    },
    'GET invitations': () => this.invitations,
    'POST invitations': ({ body }) => {
      const role = found(this.roles, String(body.roleId));
      const made = {
        id: randomUUID(),
        name: String(body.name),
        role,
        createdAt: data.before(0),
        expiresAt: data.before(-7),
      };
      this.invitations.push(made);
      return { id: made.id, link: 'https://tilth.example/join#demo', expiresAt: made.expiresAt };
    },
    'DELETE invitations/:id': (_, [id]) => void (this.invitations = this.invitations.filter((one) => one.id !== id)),
    'GET roles': () => this.roles,
    'POST roles': ({ body }) => {
      const role = { ...(body as object), id: randomUUID(), key: null, builtIn: false, accounts: 0, version: 0 };
      this.roles.push(role as never);
      return role;
    },
    'PUT roles/:id': ({ body }, [id]) => Object.assign(found(this.roles, id), body),
    'DELETE roles/:id': (_, [id]) => {
      if (found(this.roles, id).accounts > 0) {
        throw new Refused(409, 'role-in-use', '还有人在用这个角色,先给他们换一个。');
      }
      this.roles = this.roles.filter((one) => one.id !== id);
    },
    'GET rights': () =>
      (this.tenant === 0 ? data.HOUSE_RIGHTS : data.COMPANY_RIGHTS).map((key) => ({ key, group: key.split(':')[0] })),
    'GET api-keys': () => this.apiKeys,
    'POST api-keys': ({ body }) => {
      const key = { id: randomUUID(), name: String(body.name), prefix: 'tk_9xQw', rights: body.rights as string[] };
      const made = { ...key, createdAt: data.before(0), expiresAt: String(body.expiresAt) };
      this.apiKeys.unshift({ ...made, lastUsedAt: null, revokedAt: null });
      return { ...made, key: 'tk_9xQwZ7mN2rT5vY8bC1dF4gH6jK9lP0sA' };
    },
    'DELETE api-keys/:id': (_, [id]) => void (found(this.apiKeys, id).revokedAt = data.before(0)),
    'GET audit': ({ query }) => ({
      items: this.audit
        .filter((one) => one.action.startsWith(query.get('action') ?? ''))
        .slice(0, Number(query.get('limit') ?? 50)),
      next: null,
    }),
    'GET operator/wecom': ({ query }) => overview(this.tenants, query.get('filter')),
    'GET first-walk': () => ({
      steps: ['CONNECTED', 'SYNCED', 'CODE', 'CUSTOMER', 'MATERIAL', 'SHARE', 'READ'].map((mark, number) => ({
        mark,
        done: number < 2,
      })),
      stories: [],
      told: 100,
    }),
    'GET views': () => this.views,
    'POST views': ({ body }) => {
      const view = { ...(body as object), id: randomUUID(), mine: true } as View;
      this.views.push(view);
      return view;
    },
    'DELETE views/:id': (_, [id]) => void (this.views = this.views.filter((one) => one.id !== id)),
    'GET company': () => this.company,
    'PUT company': ({ body }) => {
      if (body.name === '冲突') {
        throw new Refused(409, 'stale', '有人先保存了。', {
          current: { ...this.company, trade: 'RETAIL', version: 7 },
        });
      }
      return Object.assign(this.company, body, { version: this.company.version + 1 });
    },
    'POST company/close': () => Object.assign(this.company, { state: 'CLOSING', closesAt: data.before(-30) }),
    'POST company/keep': () => Object.assign(this.company, { state: 'ACTIVE', closesAt: null }),
    'GET exports': () => this.exports,
    'POST exports': () => this.newExport(),
    'GET support-requests': () => this.support,
    'POST support-requests/:id/allow': (_, [id]) =>
      Object.assign(found(this.support, id), { state: 'ALLOWED', until: data.before(0, -2) }),
    'POST support-requests/:id/refuse': (_, [id]) => Object.assign(found(this.support, id), { state: 'REFUSED' }),
    'POST support-requests/:id/end': (_, [id]) => Object.assign(found(this.support, id), { state: 'ENDED' }),
    'GET operator/tenants': ({ query }) => this.tenantPage(query),
    'POST operator/tenants': ({ body }) => {
      const like = this.tenants[0] as Tenant;
      const made = {
        ...like,
        ...body,
        id: this.tenants.length + 1,
        lastSignedInAt: null,
        version: 0,
      };
      this.tenants.unshift(made as Tenant);
      return made;
    },
    'POST operator/tenants/extend': ({ body }) => {
      for (const one of this.tenants.filter((tenant) => (body.tenants as number[]).includes(tenant.id))) {
        one.validUntil = new Date(Date.parse(one.validUntil) + Number(body.days) * 86_400_000).toISOString();
      }
    },
    'GET operator/tenants/:id': (_, [id]) => this.one(id),
    'PUT operator/tenants/:id': ({ body }, [id]) =>
      Object.assign(this.one(id), body, { version: this.one(id).version + 1 }),
    'POST operator/tenants/:id/suspend': ({ body }, [id]) =>
      Object.assign(this.one(id), { state: 'SUSPENDED', suspendedReason: body.reason }),
    'POST operator/tenants/:id/resume': (_, [id]) =>
      Object.assign(this.one(id), { state: 'ACTIVE', suspendedReason: null }),
    'POST operator/tenants/:id/close': (_, [id]) =>
      Object.assign(this.one(id), { state: 'CLOSING', closesAt: data.before(-30) }),
    'POST operator/tenants/:id/keep': (_, [id]) => Object.assign(this.one(id), { state: 'ACTIVE', closesAt: null }),
    'POST operator/tenants/:id/admin-invitations': () => ({
      link: 'https://tilth.example/join#demo',
      expiresAt: data.before(-7),
    }),
    'GET operator/tenants/:id/exports': () => this.exports,
    'POST operator/tenants/:id/exports': () => this.newExport(),
    'GET operator/tenants/:id/support-requests': (_, [id]) =>
      id === '1' ? [{ ...data.supportRequests()[0], state: 'ALLOWED', until: data.before(0, -1.6) }] : this.support,
    'POST operator/tenants/:id/support-requests': ({ body }) => {
      const asked = { id: randomUUID(), reason: String(body.reason), requestedBy: '唐韵', requestedAt: data.before(0) };
      this.support.unshift({ ...asked, state: 'ASKED', until: null });
      return this.support[0];
    },
  };

  private newExport() {
    const made = exportOf('RUNNING', 9, 4_120, 0);
    this.exports.unshift(made);
    return { id: made.id, state: 'WAITING' };
  }

  private one(id: string | undefined): Tenant {
    return found(this.tenants as unknown as { id: string }[], id, (one) => String(one.id)) as unknown as Tenant;
  }

  private tenantPage(query: URLSearchParams) {
    const filter = FILTERS[query.get('filter') ?? ''] ?? (() => true);
    const limit = Number(query.get('limit') ?? 25);
    const from = Number(query.get('cursor') ?? 0);
    const sort = query.get('sort') ?? '';
    const all = this.tenants.filter(
      (one) =>
        one.name.includes(query.get('q') ?? '') &&
        filter(one) &&
        (!query.get('owner') || one.ownerId === query.get('owner')),
    );
    const key = SORTS[sort];
    if (key) {
      all.sort((a, b) => String(a[key] ?? '').localeCompare(String(b[key] ?? ''), 'zh'));
    }
    return { items: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : null };
  }
}

import type { Account, ApiKey, AuditEntry, Invitation, Role, SupportRequest, Tenant, Trade } from '@tilth/api';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function before(days: number, hours = 0): string {
  return new Date(Date.now() - days * DAY - hours * HOUR).toISOString();
}

export function id(number: number): string {
  return `01939f00-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const COMPANY_RIGHTS =
  'company:read company:write company:export company:close account:read account:write role:read role:write api-key:read api-key:write audit:read audit:export support:decide wecom:read wecom:write member:read member:write shop:read shop:write customer:read material:read material:write material:review overview:read channel-code:read channel-code:write welcome:read group-chat:read inheritance:read inheritance:write role-rule:read role-rule:write'.split(
    ' ',
  );
export const HOUSE_RIGHTS =
  'wecom-health:read tenant:read tenant:write tenant:export tenant:close support:ask account:read account:write role:read role:write api-key:read api-key:write audit:read audit:export'.split(
    ' ',
  );

const built = (
  number: number,
  key: string,
  name: string,
  scope: Role['scope'],
  masked: boolean,
  rights: string[],
  accounts: number,
): Role => ({
  id: id(number),
  key,
  name,
  builtIn: true,
  scope,
  masked,
  rights,
  accounts,
  version: 0,
});

export const companyRoles = (): Role[] => [
  built(1, 'ADMIN', '管理员', 'ALL', false, COMPANY_RIGHTS, 2),
  built(2, 'OPERATIONS', '总部运营', 'ALL', true, ['company:read', 'account:read', 'audit:read'], 4),
  built(3, 'SHOP_MANAGER', '店长', 'DEPARTMENT', true, ['company:read'], 3),
  built(4, 'GUIDE', '导购', 'SELF', false, [], 3),
  built(5, 'SERVICE', '客服', 'SELF', true, [], 1),
  { ...built(6, '', '区域督导', 'DEPARTMENT', true, ['company:read', 'account:read'], 1), key: null, builtIn: false },
];

export const houseRoles = (): Role[] => [
  built(11, 'OPERATOR', '平台管理员', 'ALL', false, HOUSE_RIGHTS, 2),
  built(12, 'CARE', '平台客服', 'ALL', true, ['tenant:read', 'support:ask', 'audit:read'], 3),
];

function account(number: number, name: string, login: string, role: Role, totp: boolean, seen: string | null): Account {
  const { id: roleId, name: roleName, builtIn } = role;
  return {
    id: id(number),
    name,
    login,
    role: { id: roleId, name: roleName, builtIn },
    state: name === '周磊' ? 'FROZEN' : 'ACTIVE',
    totp,
    lastSignedInAt: seen,
    version: 0,
  };
}

export function companyAccounts(roles: Role[]): Account[] {
  const role = (index: number) => roles[index] as Role;
  return [
    account(101, '沈知夏', 'shenzhixia', role(0), true, before(0, 0.1)),
    account(102, '郑国安', 'zheng@hemuli.example', role(0), true, before(3)),
    account(103, '何川', 'hechuan', role(1), false, before(0, 2)),
    account(104, '顾敏', 'gumin', role(2), true, before(0, 5)),
    account(105, '林晓', 'linxiao', role(3), false, before(0, 1)),
    account(106, '陈燕', 'chenyan', role(3), false, before(1)),
    account(107, '周磊', 'zhoulei', role(3), false, before(18)),
    account(108, '许安', 'xuan', role(4), false, before(0, 8)),
    account(109, '欧阳若汐', 'ouyang.ruoxi@hemuli.example', role(5), false, null),
  ];
}

export function houseAccounts(roles: Role[]): Account[] {
  return [
    account(201, '唐韵', 'tangyun', roles[0] as Role, true, before(0, 0.2)),
    account(202, '罗启明', 'luoqiming', roles[1] as Role, true, before(0, 3)),
    account(203, '白露', 'bailu', roles[1] as Role, false, before(2)),
  ];
}

export const invitations = (roles: Role[]): Invitation[] => [
  {
    id: id(301),
    name: '蒋依',
    role: { id: (roles[0] as Role).id, name: '店长' },
    createdAt: before(1),
    expiresAt: before(-6),
  },
];

export const apiKeys = (): ApiKey[] => [
  {
    id: id(401),
    name: '数据仓库同步',
    prefix: 'tk_8fQ2',
    rights: ['audit:read'],
    createdAt: before(40),
    expiresAt: before(-140),
    lastUsedAt: before(0, 0.4),
    revokedAt: null,
  },
  {
    id: id(402),
    name: '旧报表',
    prefix: 'tk_1aZd',
    rights: ['audit:read', 'account:read'],
    createdAt: before(200),
    expiresAt: before(20),
    lastUsedAt: before(61),
    revokedAt: before(30),
  },
];

export function audit(): AuditEntry[] {
  const who = (name: string) => ({ kind: 'ACCOUNT' as const, id: id(101), name });
  const lines: [number, AuditEntry['actor'], string, AuditEntry['subject'], Record<string, unknown>][] = [
    [0.1, who('沈知夏'), 'session.opened', null, {}],
    [2, who('何川'), 'session.opened', null, {}],
    [5, who('沈知夏'), 'invitation.made', { kind: 'invitation', id: id(301), name: '蒋依' }, { role: '店长' }],
    [9, { kind: 'API_KEY', id: id(401), name: '数据仓库同步' }, 'audit.exported', null, { rows: 1240 }],
    [26, who('沈知夏'), 'role.changed', { kind: 'role', id: id(6), name: '区域督导' }, { scope: 'DEPARTMENT' }],
    [30, { kind: 'SUPPORT', id: id(202), name: '罗启明' }, 'support.entered', null, { reason: '核对导出失败' }],
    [31, who('沈知夏'), 'support.allowed', { kind: 'support-request', id: id(501), name: null }, {}],
    [
      50,
      { kind: 'SYSTEM', id: null, name: 'Tilth' },
      'export.fetched',
      { kind: 'export', id: id(601), name: null },
      { rows: 18_234 },
    ],
    [52, who('郑国安'), 'export.requested', { kind: 'export', id: id(601), name: null }, {}],
    [430, who('沈知夏'), 'account.frozen', { kind: 'account', id: id(107), name: '周磊' }, {}],
    [
      440,
      who('郑国安'),
      'company.changed',
      { kind: 'company', id: '1', name: '禾木里全屋定制' },
      { trade: { was: 'OTHER', is: 'HOME' } },
    ],
    [470, who('沈知夏'), 'account.reset-link-made', { kind: 'account', id: id(106), name: '陈燕' }, {}],
    [500, who('沈知夏'), 'coupon.sprinkled', { kind: 'coupon', id: 'c1', name: '春日券' }, {}],
  ];
  return lines.map(([hours, actor, action, subject, detail], index) => ({
    id: id(700 + index),
    at: before(0, hours),
    actor,
    action,
    subject,
    detail,
    address: '60.177.12.34',
    requestId: `r-${1000 + index}`,
  }));
}

export const supportRequests = (): SupportRequest[] => [
  {
    id: id(502),
    reason: '排查 11 月导出文件打不开的问题',
    requestedBy: '罗启明',
    requestedAt: before(0, 0.5),
    state: 'ASKED',
    until: null,
  },
  {
    id: id(501),
    reason: '核对导出失败',
    requestedBy: '罗启明',
    requestedAt: before(1.3),
    state: 'ENDED',
    until: before(1.2),
  },
];

const TRADES: Trade[] = ['HOME', 'B2B_SAAS', 'EDUCATION', 'CATERING', 'RETAIL'];
const NAMES =
  '禾木里全屋定制 云栈软件 青禾少儿英语 松间茶舍 半亩花田烘焙 鹿野户外 拾光摄影 南浔丝绸 安迪口腔 渡口书店 一墨文创 星河健身 岸边咖啡 蓝鲸教育 木也家居 小满母婴 橘子眼镜 川味坊 归途民宿 三亩地生鲜 望岳律所 云杉设计 晨曦养老 瓦片科技 初雪美妆 百川物流 稻香村食品 海棠旗袍 清溪水务设备 乐活宠物 知行咨询 大象搬家 白鹭体检中心 江南造纸 微光心理 乘风汽修 野马单车 柠檬保洁 北辰仪器 禾下小院'.split(
    ' ',
  );

export function tenants(owners: Account[]): Tenant[] {
  return NAMES.map((name, index) => {
    const trial = index % 9 === 3 || (index > 1 && index % 5 === 2);
    const days = trial ? (index % 4) * 4 + 2 : index === 1 ? 27 : 90 + index * 9;
    const suspended = index === 11;
    return {
      id: index + 1,
      name,
      trade: TRADES[index % TRADES.length] ?? 'OTHER',
      timeZone: 'Asia/Shanghai',
      plan: trial ? 'TRIAL' : index % 7 === 0 ? 'ENTERPRISE' : index % 2 ? 'STANDARD' : 'PRO',
      state: suspended ? 'SUSPENDED' : index === 20 ? 'CLOSING' : 'ACTIVE',
      validUntil: before(-days),
      ownerId: index % 3 === 2 ? null : (owners[index % owners.length]?.id ?? null),
      lastSignedInAt: index % 13 === 12 ? null : before(index % 6 === 5 ? 9 + index : 0, index),
      createdAt: before(400 - index * 9),
      suspendedReason: suspended ? '合同到期未续费' : null,
      closesAt: index === 20 ? before(-24) : null,
      version: 0,
    };
  });
}

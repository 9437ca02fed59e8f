import { randomUUID } from 'node:crypto';
import type { Customer, GroupChatDetail, Inheritance, InheritanceItem, Member, TagGroup } from '@tilth/api';
import { before, id } from './data.ts';
import { found, type Handler } from './replies.ts';

const NAMES =
  '王先生 李女士 赵女士 孙女士 小鹿 一直在路上 云淡风轻 陈太 Kevin 吴工 静待花开 老徐 豆豆妈妈 阳光海岸 郑先生 许小姐 海上明月 木子 田园 方太太 阿杰 清风 Lucy 星辰 马老师 何女士'.split(
    ' ',
  );
const GROUPS: [string, string[]][] = [
  ['意向等级', ['高', '中', '低', '沉睡']],
  ['关注品类', ['橱柜', '衣柜', '木门', '护墙板', '五金']],
  ['购买阶段', ['新添加', '有意向', '已预约', '已到店/量尺', '已报价', '已成交', '已交付']],
  ['消费层级', ['3 万以内', '3-8 万', '8 万以上']],
];

function tagGroups(): TagGroup[] {
  return GROUPS.map(([name, tags], group) => ({
    id: id(8100 + group),
    companyId: id(901),
    name,
    tags: tags.map((tag, index) => ({
      id: id(8200 + group * 20 + index),
      name: tag,
      customers: 1830 - group * 300 - index * 170,
    })),
  }));
}

function customer(name: string, index: number, members: Member[], tags: TagGroup[]): Customer {
  const keepers = [members[(index * 5) % members.length], members[(index * 3 + 7) % members.length]].filter(
    (one, place) => one && (place === 0 || index % 4 === 0),
  ) as Member[];
  const own = tags
    .slice(0, 1 + (index % 3))
    .map((group) => group.tags[index % group.tags.length] as { id: string; name: string });
  const lost = index === 2 ? before(5) : null;
  const since = before(index * 3 + 1, index);
  const followers = keepers.map((member, place) => ({
    id: randomUUID(),
    member: { id: member.id, name: member.name },
    remark: index === 0 ? 'A王先生 金茂府3栋1102 橱柜' : place === 0 ? `${name} ${index + 1}栋` : '',
    description: index === 0 ? '118㎡ 三居，11 月交房，太太关心五金' : '',
    mobiles: index % 2 ? [] : [`138****56${10 + index}`],
    corpName: null,
    addWay: [1, 16, 3, 6, 202][index % 5] as number,
    channel: null,
    half: index === 8,
    state: lost ? 'DELETED_BY_CUSTOMER' : 'ACTIVE',
    since,
    endedAt: lost,
  }));
  return {
    id: id(9000 + index),
    name,
    avatar: null,
    type: index === 9 ? 2 : 1,
    corpName: index === 9 ? '云杉设计' : null,
    existing: index % 5 !== 0,
    followers,
    others: index === 3 ? 2 : 0,
    tags: own.map(({ id: tag, name: named }) => ({ id: tag, name: named })),
    addedAt: since,
    lostAt: lost,
    score: Math.max(0, 72 - index * 9),
    grade: index < 3 ? 'HIGH' : index < 6 ? 'MIDDLE' : 'LOW',
    stage: null,
    channel: null,
    readAt: index < 3 ? since : null,
    handover: false,
    readings: {
      count: index < 3 ? 4 : 0,
      seconds: index < 3 ? 312 : 0,
      lastAt: index < 3 ? since : null,
      materials:
        index < 3
          ? [
              {
                id: id(9700),
                title: '2 万以内衣柜价目表',
                priced: true,
                times: 3,
                seconds: 260,
                percent: 80,
                lastAt: since,
              },
              {
                id: id(9701),
                title: '118㎡三居收纳怎么做',
                priced: false,
                times: 1,
                seconds: 52,
                percent: 60,
                lastAt: since,
              },
            ]
          : [],
    },
  };
}

function chat(name: string, index: number, members: Member[], customers: Customer[]): GroupChatDetail {
  const owner = members[index + 3] as Member;
  const inside = customers.slice(index, index + 9);
  const seat = (one: Customer, place: number) => ({
    name: one.name,
    external: true,
    joinedAt: before(60 - place),
    joinScene: (place % 3) + 1,
    customerId: place % 3 === 2 ? null : one.id,
    memberId: null,
    leftAt: place === 7 ? before(4) : null,
  });
  return {
    id: id(9500 + index),
    name,
    owner: { id: owner.id, name: owner.name },
    customers: 86 + index * 17,
    members: 3,
    createdAt: before(120 - index * 9),
    state: index === 2 ? 'OWNER_LEFT' : 'ACTIVE',
    seats: [
      {
        name: owner.name,
        external: false,
        joinedAt: before(120),
        joinScene: 1,
        customerId: null,
        memberId: owner.id,
        leftAt: null,
      },
      ...inside.map(seat),
    ],
  };
}

/** Customers, their groups, and how they are handed over. */
export class CustomersMock {
  private tags: TagGroup[] = [];
  private customers: Customer[] = [];
  private chats: GroupChatDetail[] = [];
  private inheritances: Inheritance[] = [];
  private items = new Map<string, InheritanceItem[]>();

  constructor(
    tenant: number,
    private readonly members: Member[],
  ) {
    if (tenant !== 1) {
      return;
    }
    this.tags = tagGroups();
    this.customers = NAMES.map((name, index) => customer(name, index, members, this.tags));
    const estates = '金茂府 阳光天际 江南春晓 绿城桂语 运河宸园 西溪诚园 东海府 南湖壹号'.split(' ');
    this.chats = estates.map((name, index) => chat(`${name}业主群`, index, members, this.customers));
    const from = members.find((one) => one.name === '周磊') as Member;
    const to = members.find((one) => one.name === '林晓') as Member;
    const made = this.inheritance('RESIGNED', from, to, 214, 17);
    Object.assign(made, {
      state: 'DONE',
      customers: { total: 214, done: 203, waiting: 0, refused: 6, atLimit: 5, failed: 0 },
      groups: { total: 3, done: 3, failed: 0 },
    });
    const states = ['REFUSED', 'AT_LIMIT', 'DONE', 'DONE', 'DONE'] as const;
    this.items.set(
      made.id,
      this.customers.slice(0, 20).map((one, index) => {
        const state = states[index % states.length] ?? 'DONE';
        const reason = { REFUSED: '客户点了拒绝。', AT_LIMIT: '林晓的客户数到上限了。', DONE: null }[state];
        return {
          id: randomUUID(),
          customer: { id: one.id, name: one.name },
          group: null,
          state,
          reason,
          at: before(16),
        };
      }),
    );
  }

  private inheritance(kind: Inheritance['kind'], from: Member, to: Member, total: number, days: number): Inheritance {
    const made: Inheritance = {
      id: randomUUID(),
      kind,
      from: { id: from.id, name: from.name },
      to: { id: to.id, name: to.name },
      state: 'WAITING',
      createdAt: before(days),
      effectiveAt: before(days - 1),
      customers: { total, done: 0, waiting: total, refused: 0, atLimit: 0, failed: 0 },
      groups: { total: 0, done: 0, failed: 0 },
    };
    this.inheritances.unshift(made);
    return made;
  }

  readonly handlers: Record<string, Handler> = {
    'GET customers': ({ query }) => {
      const [q, member, tag, state] = ['q', 'member', 'tag', 'state'].map((name) => query.get(name) ?? '');
      const items = this.customers.filter(
        (one) =>
          (one.name + one.followers.map((follow) => follow.remark).join()).includes(q ?? '') &&
          (!member || one.followers.some((follower) => follower.member.id === member)) &&
          (!tag || one.tags.some((own) => own.id === tag)) &&
          (!state || (one.lostAt !== null) === (state === 'LOST')),
      );
      return { items, next: null };
    },
    'GET customers/:id': (_, [id]) => found(this.customers, id),
    'GET customers/:id/timeline': (_, [key]) => {
      const one = found(this.customers, key);
      const member = one.followers[0]?.member ?? null;
      return {
        items: [
          { id: '3', kind: 'follow.tagged', at: before(2), member, detail: { on: [id(8200)], off: [id(8201)] } },
          { id: '2', kind: 'follow.remarked', at: before(20), member, detail: {} },
          { id: '1', kind: 'follow.begun', at: one.addedAt, member, detail: {} },
        ],
        next: null,
      };
    },
    'GET tag-groups': () => this.tags,
    'GET group-chats': ({ query }) => ({
      items: this.chats.filter(
        (one) =>
          one.name.includes(query.get('q') ?? '') && (!query.get('owner') || one.owner?.id === query.get('owner')),
      ),
      next: null,
    }),
    'GET group-chats/:id': (_, [id]) => found(this.chats, id),
    'GET inheritances': () => this.inheritances,
    'GET inheritances/unassigned': () =>
      this.members
        .filter((one) => one.leftAt && one.customers > 0)
        .map(({ id, name, leftAt, customers }) => ({ member: { id, name, leftAt }, customers, groups: 1 })),
    'POST inheritances': ({ body }) => {
      const from = found(this.members, String(body.from));
      const to = found(this.members, String(body.to));
      const total = (body.customers as string[] | null)?.length ?? from.customers;
      return this.inheritance(body.kind as Inheritance['kind'], from, to, total, 0);
    },
    'GET inheritances/:id/items': ({ query }, [id]) => ({
      items: (this.items.get(id ?? '') ?? []).filter((one) => !query.get('state') || one.state === query.get('state')),
      next: null,
    }),
    'POST inheritances/:id/items/reassign': ({ body }, [id]) => {
      const one = found(this.inheritances, id);
      const to = found(this.members, String(body.to));
      const items = body.items as string[];
      this.items.set(
        one.id,
        (this.items.get(one.id) ?? []).map((item) =>
          items.includes(item.id) ? { ...item, state: 'WAITING', reason: null } : item,
        ),
      );
      return this.inheritance(one.kind, one.from as Member, to, items.length, 0);
    },
  };
}

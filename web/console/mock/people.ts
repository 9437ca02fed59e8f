import { randomUUID } from 'node:crypto';
import type { Department, Member, RoleRule, Shop } from '@tilth/api';
import { before, id } from './data.ts';
import { found, type Handler, Refused } from './replies.ts';

const COMPANY = id(901);
const SHOPS: [string, string, string][] = [
  ['滨江店', '杭州', '顾敏'],
  ['西溪店', '杭州', '沈雨桐'],
  ['城北店', '杭州', '陆一鸣'],
  ['萧山店', '杭州', '范晓晴'],
  ['余杭店', '杭州', '邵子轩'],
  ['临平店', '杭州', '汪思远'],
  ['下沙店', '杭州', '鲍梦洁'],
  ['鄞州店', '宁波', '柳如是'],
  ['海曙店', '宁波', '史明哲'],
  ['北仑店', '宁波', '俞佳怡'],
  ['南湖店', '嘉兴', '朱可欣'],
  ['秀洲店', '嘉兴', '魏东来'],
];
const GUIDES = '林晓 陈燕 周磊 蒋依 宋扬 许知远 吕洋 韩露 孟凡 冯瑶 程橙 丁宁'.split(' ');

/** Departments, people, shops and the rules by which people come in. */
export class PeopleMock {
  private departments: Department[] = [];
  members: Member[] = [];
  private shops: Shop[] = [];
  private rules: RoleRule[] = [];

  constructor(tenant: number) {
    if (tenant === 1) {
      this.furnish();
    }
  }

  private furnish() {
    const root = this.department(1, '禾木里全屋定制', null);
    const head = this.department(2, '总部', root);
    const market = this.department(3, '市场部', head);
    const online = this.department(4, '网销部', head);
    this.member('沈知夏', 'shenzhixia', '市场负责人', market, true, 36);
    this.member('何川', 'hechuan', '网销主管', online, true, 412);
    this.member('许安', 'xuan', '客服', head, false, 95);
    for (const [index, [name, city, manager]] of SHOPS.entries()) {
      const region = this.departments.find((one) => one.name === city) ?? this.department(20 + index, city, root);
      const place = this.department(40 + index, name, region);
      const lead = this.member(manager, `shop${index + 1}`, '店长', place, true, 160 + index * 11);
      const guide = GUIDES[index] as string;
      const user = ({ 林晓: 'linxiao', 陈燕: 'chenyan', 周磊: 'zhoulei' } as Record<string, string>)[guide];
      const customers = guide === '陈燕' ? 3012 : guide === '林晓' ? 286 : 200 + index * 37;
      this.member(guide, user ?? `guide${index + 1}`, '家居顾问', place, false, customers);
      const shop = {
        id: id(5000 + index),
        code: `${city === '杭州' ? 'HZ' : city === '宁波' ? 'NB' : 'JX'}-0${index + 1}`,
      };
      place.shop = { id: shop.id, name };
      this.shops.push({
        ...shop,
        name,
        city,
        address: index === 0 ? '滨江区江南大道 228 号星光大道二期' : '',
        department: { id: place.id, name },
        manager: { id: lead.id, name: manager },
        members: 2 + (index % 3),
        version: 0,
      });
    }
    const left = this.members.find((one) => one.name === '周磊') as Member;
    Object.assign(left, { status: 'LEFT', leftAt: before(18), customers: 11, frozen: true });
    this.rules = [
      {
        id: id(6001),
        priority: 1,
        when: { department: null, leads: true, positionHas: '店长' },
        role: { id: id(3), name: '店长' },
      },
      {
        id: id(6002),
        priority: 2,
        when: { department: { id: market.id, name: '市场部' }, leads: null, positionHas: null },
        role: { id: id(2), name: '总部运营' },
      },
      {
        id: id(6003),
        priority: 3,
        when: { department: null, leads: null, positionHas: '顾问' },
        role: { id: id(4), name: '导购' },
      },
    ];
  }

  private department(number: number, name: string, parent: Department | null): Department {
    const made = {
      id: id(4000 + number),
      companyId: COMPANY,
      name,
      parentId: parent?.id ?? null,
      members: 0,
      shop: null,
    };
    this.departments.push(made);
    return made;
  }

  private member(name: string, userId: string, position: string, at: Department, leads: boolean, customers: number) {
    const made: Member = {
      id: id(7000 + this.members.length),
      companyId: COMPANY,
      name,
      userId,
      position,
      departments: [{ id: at.id, name: at.name, leads }],
      status: 'ACTIVE',
      customers,
      account: this.members.length % 3 !== 2,
      frozen: false,
      leftAt: null,
      displayName: null,
      phone: null,
      version: 0,
    };
    this.members.push(made);
    for (let one: Department | undefined = at; one; one = this.departments.find((up) => up.id === one?.parentId)) {
      one.members++;
    }
    return made;
  }

  private below(department: string): Set<string> {
    const ids = new Set([department]);
    for (const one of this.departments) {
      if (one.parentId && ids.has(one.parentId)) {
        ids.add(one.id);
      }
    }
    return ids;
  }

  private named<T extends { id: string; name: string }>(all: T[], key: unknown) {
    const one = all.find((candidate) => candidate.id === key);
    return one ? { id: one.id, name: one.name } : null;
  }

  private shopOf(body: Record<string, unknown>) {
    if (this.shops.some((one) => one.code === body.code && one.id !== body.id)) {
      throw new Refused(400, 'invalid-request', '有几项需要再看一下。', {
        errors: [{ pointer: '#/code', detail: '这个编号已经有门店在用。' }],
      });
    }
    const department = this.named(this.departments, body.departmentId);
    const { code, name, city, address } = body;
    return { code, name, city, address, department, manager: this.named(this.members, body.managerId) } as Shop;
  }

  readonly handlers: Record<string, Handler> = {
    'GET departments': () => this.departments,
    'GET members': ({ query }) => {
      const department = query.get('department');
      const within = department ? this.below(department) : null;
      const items = this.members.filter(
        (one) =>
          (one.name + one.userId + one.position).includes(query.get('q') ?? '') &&
          (!within || one.departments.some((at) => within.has(at.id))) &&
          (!query.get('state') || (one.leftAt === null) === (query.get('state') === 'HERE')),
      );
      return { items, next: null };
    },
    'GET members/:id': (_, [id]) => found(this.members, id),
    'PUT members/:id': ({ body }, [id]) => {
      const one = found(this.members, id);
      return Object.assign(one, { displayName: body.displayName, phone: body.phone, version: one.version + 1 });
    },
    'GET shops': ({ query }) => ({
      items: this.shops.filter((one) => `${one.name}${one.code}${one.city}`.includes(query.get('q') ?? '')),
      next: null,
    }),
    'POST shops': ({ body }) => {
      const made = { ...this.shopOf(body), id: randomUUID(), members: 0, version: 0 };
      this.shops.unshift(made);
      return made;
    },
    'PUT shops/:id': ({ body }, [id]) => {
      const one = found(this.shops, id);
      return Object.assign(one, this.shopOf({ ...body, id }), { version: one.version + 1 });
    },
    'DELETE shops/:id': (_, [id]) => void (this.shops = this.shops.filter((one) => one.id !== id)),
    'GET role-rules': () => this.rules,
    'PUT role-rules': ({ body }) => {
      const roles: Record<string, string> = {
        [id(1)]: '管理员',
        [id(2)]: '总部运营',
        [id(3)]: '店长',
        [id(4)]: '导购',
      };
      this.rules = (body.rules as Record<string, unknown>[]).map((one, index) => ({
        id: randomUUID(),
        priority: index + 1,
        when: {
          department: this.named(this.departments, one.departmentId),
          leads: one.leads as boolean | null,
          positionHas: one.positionHas as string | null,
        },
        role: { id: String(one.roleId), name: roles[String(one.roleId)] ?? '角色' },
      }));
      return this.rules;
    },
  };
}

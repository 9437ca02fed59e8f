import type { Account, Session } from '@tilth/api';
import * as data from './data.ts';
import { Refused, type Reply, type Request } from './replies.ts';
import { Space } from './space.ts';

const PLACES = {
  0: { tenant: 0, name: 'Tilth 平台', kind: 'HOUSE' as const, state: 'ACTIVE' as const },
  1: { tenant: 1, name: '禾木里全屋定制', kind: 'COMPANY' as const, state: 'ACTIVE' as const },
  2: { tenant: 2, name: '云栈软件', kind: 'COMPANY' as const, state: 'ACTIVE' as const },
};
const LOGINS: Record<string, (keyof typeof PLACES)[]> = {
  tangyun: [0],
  shenzhixia: [1],
  both: [0, 1, 2],
  totp: [1],
  new: [2],
};

const CODE_NEEDED: Reply = { status: 200, body: { state: 'CODE_NEEDED', places: [] } };

interface Visit {
  login: string;
  place: keyof typeof PLACES | null;
  support: Session['support'];
}

/** A whole installation in memory: one operator, two companies. */
export class World {
  private visits = new Map<string, Visit>();
  private spaces = [0, 1, 2].map((tenant) => new Space(tenant as keyof typeof PLACES));
  private guesses = 0;
  private serial = 0;

  answer(request: Request): Reply {
    try {
      return this.route(request);
    } catch (error) {
      if (error instanceof Refused) {
        const { status, code, detail, facts } = error;
        const body = { type: `/problems/${code}`, title: code, status, detail, requestId: 'r-mock', ...facts };
        return { status, body, headers: error.headers };
      }
      throw error;
    }
  }

  private route(request: Request): Reply {
    const { method, path, body } = request;
    const at = `${method} ${path}`;
    if (at === 'POST /api/v1/session') {
      return this.signIn(body as { login: string; password: string; code?: string });
    }
    if (at === 'POST /api/v1/links/look') {
      return { status: 200, body: this.link(String(body.token)) };
    }
    if (at === 'POST /api/v1/links/use') {
      return body.login === 'totp' && !body.code ? CODE_NEEDED : this.enter('shenzhixia', [1]);
    }
    const visit = this.visits.get(request.session ?? '');
    if (!visit) {
      throw new Refused(401, 'not-signed-in', '请先登录。');
    }
    if (at === 'DELETE /api/v1/session') {
      this.visits.delete(request.session ?? '');
      return { status: 204, cookie: '' };
    }
    if (at === 'GET /api/v1/me/places') {
      return { status: 200, body: (LOGINS[visit.login] ?? []).map((place) => PLACES[place]) };
    }
    if (at === 'PUT /api/v1/session/place') {
      visit.place = Number(body.tenant) as keyof typeof PLACES;
      visit.support = null;
      return { status: 200, body: this.session(visit) };
    }
    if (visit.place === null) {
      throw new Refused(403, 'place-not-chosen', '请先选择进入哪里。');
    }
    if (at === 'GET /api/v1/session') {
      return { status: 200, body: this.session(visit) };
    }
    if (/support-visits$/.test(path)) {
      visit.place = 1;
      visit.support = { until: data.before(0, -2), reason: '排查导出' };
      return { status: 200, body: this.session(visit) };
    }
    return (this.spaces[visit.place] as Space).answer(request);
  }

  private signIn({ login, password, code }: { login: string; password: string; code?: string }): Reply {
    const places = LOGINS[login];
    if (!places || password === 'wrong') {
      this.guesses++;
      if (this.guesses > 4) {
        this.guesses = 0;
        throw new Refused(429, 'too-many-guesses', '试得太多了,请稍等再试。', {}, { 'Retry-After': '18' });
      }
      throw new Refused(401, 'sign-in-failed', '登录名或密码不对。');
    }
    if (login === 'totp' && !code) {
      return CODE_NEEDED;
    }
    return this.enter(login, places);
  }

  private enter(login: string, places: (keyof typeof PLACES)[]): Reply {
    const cookie = `s${++this.serial}`;
    this.visits.set(cookie, { login, place: places.length === 1 ? (places[0] ?? null) : null, support: null });
    const state = places.length === 1 ? 'SIGNED_IN' : 'CHOOSE_PLACE';
    return { status: 200, cookie, body: { state, places: places.map((place) => PLACES[place]) } };
  }

  private session(visit: Visit): Session {
    const space = this.spaces[visit.place ?? 0] as Space;
    const account = space.accounts[0] as Account;
    return {
      person: { id: data.id(1), login: visit.login, language: space.me.language, totp: space.me.totp },
      account: { id: account.id, name: visit.support ? '唐韵' : space.me.name, role: account.role.name },
      place: {
        ...PLACES[visit.place ?? 0],
        timeZone: 'Asia/Shanghai',
        trade: space.company.trade,
        state: space.company.state,
        validUntil: space.company.validUntil,
      },
      rights: visit.place === 0 ? data.HOUSE_RIGHTS : data.COMPANY_RIGHTS,
      scope: 'ALL',
      masked: false,
      support: visit.support,
    };
  }

  private link(token: string) {
    if (token === 'reset') {
      return {
        kind: 'RESET',
        place: PLACES[1],
        name: '陈燕',
        role: '导购',
        login: 'chenyan',
        expiresAt: data.before(-1),
      };
    }
    if (token !== 'demo') {
      throw new Refused(404, 'link-not-valid', '链接已失效。');
    }
    return {
      kind: 'INVITATION',
      place: PLACES[1],
      name: '蒋依',
      role: '店长',
      login: null,
      expiresAt: data.before(-7),
    };
  }
}

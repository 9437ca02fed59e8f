import { cleanup, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { open } from './open';
import { serve } from './server';

describe('Signing in', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(() => {
    server = serve();
  });

  async function signIn(login: string, password = 'right', address = '/sign-in') {
    const app = open(address);
    await app.user.type(await screen.findByLabelText('登录名'), login);
    await app.user.type(screen.getByLabelText('密码'), password);
    await app.user.click(screen.getByRole('button', { name: '登录' }));
    return app;
  }

  it('leads a person of one company to its home', async () => {
    const app = await signIn('shenzhixia');
    expect(await screen.findByRole('heading', { name: /沈知夏/ })).toBeInstanceOf(HTMLElement);
    expect(app.at().pathname).toBe('/console');
  });

  it('leads back to where the person was, but never to a foreign address', async () => {
    const app = await signIn(
      'shenzhixia',
      'right',
      '/sign-in?next=%2Fconsole%2Fsettings%2Faudit%3Faction%3Drole.changed',
    );
    await waitFor(() =>
      expect(app.at().pathname + app.at().search).toBe('/console/settings/audit?action=role.changed'),
    );
    const other = await (async () => {
      await fetch('/api/v1/session', { method: 'DELETE' });
      return signIn('shenzhixia', 'right', '/sign-in?next=%2F%2Fevil.example');
    })();
    await waitFor(() => expect(other.at().pathname).toBe('/console'));
  });

  it('says why it declined, and keeps what was typed', async () => {
    await signIn('shenzhixia', 'wrong');
    expect((await screen.findByRole('alert')).textContent).toContain('登录名或密码不对');
    expect(screen.getByLabelText<HTMLInputElement>('登录名').value).toBe('shenzhixia');
  });

  it('counts down after too many guesses', async () => {
    server.replace('POST /api/v1/session', 429, { type: '/problems/too-many-guesses' }, { 'Retry-After': '18' });
    await signIn('shenzhixia', 'wrong');
    const button = await screen.findByRole('button', { name: /请等 1[78] 秒/ });
    expect(button).toHaveProperty('disabled', true);
    expect(screen.getByText(/先歇一会儿/)).toBeInstanceOf(HTMLElement);
  });

  it('asks for the code when there is a second factor, and sends it with the sixth figure', async () => {
    const app = await signIn('totp');
    await app.user.type(await screen.findByLabelText('验证码'), '123456');
    await waitFor(() => expect(app.at().pathname).toBe('/console'));
    expect(
      server.sent.filter(({ path, method }) => path === '/api/v1/session' && method === 'POST').at(-1)?.body,
    ).toEqual({
      login: 'totp',
      password: 'right',
      code: '123456',
    });
  });

  it('lets a person of several places choose, and go elsewhere later', async () => {
    const app = await signIn('both');
    await app.user.click(await screen.findByRole('button', { name: /云栈软件/ }));
    await waitFor(() => expect(app.at().pathname).toBe('/console'));
    await app.user.click(await screen.findByRole('button', { name: '切换企业' }));
    await app.user.click(await screen.findByRole('menuitem', { name: /Tilth 平台/ }));
    await waitFor(() => expect(app.at().pathname).toBe('/operator/tenants'));
  });

  it('tells the people of a suspended company why', async () => {
    server.replace('GET /api/v1/session', 403, { type: '/problems/tenant-suspended', reason: '合同到期未续费' });
    open('/sign-in');
    expect(await screen.findByText(/合同到期未续费/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/数据都在/)).toBeInstanceOf(HTMLElement);
  });

  it('sends every write with its own key and the token against forgery', async () => {
    await signIn('shenzhixia');
    const [write] = server.sent.filter(({ method }) => method === 'POST');
    expect(write?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(write?.headers.get('X-XSRF-TOKEN')).toBe('token-1');
    expect(write?.headers.get('Accept-Language')).toBe('zh-CN');
  });

  it('says that nobody answered, and lets one try again', async () => {
    server.breakOff('GET /api/v1/session');
    const app = open('/sign-in');
    expect(await screen.findByText(/连不上服务器/)).toBeInstanceOf(HTMLElement);
    server.restore('GET /api/v1/session');
    await app.user.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByLabelText('登录名')).toBeInstanceOf(HTMLElement);
  });

  it('accepts an invitation by its link and takes the link out of the address', async () => {
    window.location.hash = '#demo';
    const app = open('/join#demo');
    expect(await screen.findByRole('heading', { name: '加入禾木里全屋定制' })).toBeInstanceOf(HTMLElement);
    await app.user.type(screen.getByLabelText('登录名'), 'jiangyi');
    await app.user.type(screen.getByLabelText('设置密码'), 'a long sentence of mine');
    await app.user.click(screen.getByRole('button', { name: '加入' }));
    await waitFor(() => expect(app.at().pathname).toBe('/console'));
    expect(server.sent.find(({ path }) => path === '/api/v1/links/use')?.body).toMatchObject({ token: 'demo' });
    window.location.hash = '';
  });

  it('asks whoever joins with a second factor for its code before the link is used up', async () => {
    window.location.hash = '#demo';
    const app = open('/join#demo');
    await app.user.click(await screen.findByText('我已有账号'));
    await app.user.type(screen.getByLabelText('登录名'), 'totp');
    await app.user.type(screen.getByLabelText('您的密码'), 'right');
    await app.user.click(screen.getByRole('button', { name: '用已有账号加入' }));
    await app.user.type(await screen.findByLabelText('验证码'), '123456');
    await waitFor(() => expect(app.at().pathname).toBe('/console'));
    expect(server.sent.findLast(({ path }) => path === '/api/v1/links/use')?.body).toEqual({
      token: 'demo',
      login: 'totp',
      password: 'right',
      code: '123456',
    });
    window.location.hash = '';
  });

  it('says what to do about a link that is dead', async () => {
    window.location.hash = '#used';
    open('/join#used');
    expect(await screen.findByText(/再生成一个/)).toBeInstanceOf(HTMLElement);
    window.location.hash = '';
  });

  it('offers WeCom where the company is known, remembers it, and says why it led nowhere', async () => {
    open('/sign-in');
    await screen.findByLabelText('登录名');
    expect(screen.queryByRole('link', { name: '企业微信登录' })).toBeNull();
    cleanup();
    open('/sign-in?company=k3V9&problem=wecom-member-left&next=%2Fconsole%2Fcustomers');
    const link = await screen.findByRole('link', { name: '企业微信登录' });
    expect(link.getAttribute('href')).toBe('/wecom/sign-in/k3V9?to=%2Fconsole%2Fcustomers');
    expect(screen.getByRole('alert').textContent).toContain('不在这家企业的通讯录');
    cleanup();
    open('/sign-in');
    expect(await screen.findByRole('link', { name: '企业微信登录' })).toBeInstanceOf(HTMLElement);
    localStorage.removeItem('tilth.company');
  });
});

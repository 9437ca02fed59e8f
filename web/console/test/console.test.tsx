import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { open } from './open';
import { serve } from './server';

async function answerOf(path: string): Promise<object> {
  return (await fetch(path)).json();
}

describe('The console', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('shenzhixia');
  });

  it('sends whoever is not signed in to the door, and remembers where they wanted to go', async () => {
    await fetch('/api/v1/session', { method: 'DELETE' });
    const app = open('/console/settings/audit?actor=7');
    await waitFor(() => expect(app.at().pathname).toBe('/sign-in'));
    expect(new URLSearchParams(app.at().search).get('next')).toBe('/console/settings/audit?actor=7');
  });

  it('shows what is not built yet without making it a link', async () => {
    open('/console');
    const navigation = await screen.findByRole('navigation', { name: '主导航' });
    expect(
      within(navigation)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['首页', '客户', '引流获客', '内容互动', '数据', '设置']);
    expect(within(navigation).getByText('销售转化')).toBeInstanceOf(HTMLElement);
    expect(within(navigation).getAllByText(/即将开放/)).toHaveLength(2);
  });

  it('leads along the first walk, can be put away, and found again', async () => {
    localStorage.removeItem('tilth.first-walk.hidden');
    const app = open('/console');
    expect(await screen.findByText('已走到 2 / 7。每一步做到了会自动打勾。')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('link', { name: /新建活码/ }).getAttribute('href')).toBe(
      '/console/reach/channel-codes/new',
    );
    await app.user.click(screen.getByRole('button', { name: '收起引导' }));
    expect(screen.queryByRole('link', { name: /新建活码/ })).toBeNull();
    await app.user.click(screen.getByRole('button', { name: '新手引导' }));
    expect(await screen.findByRole('link', { name: /新建活码/ })).toBeInstanceOf(HTMLElement);
  });

  it('goes anywhere by keyboard alone', async () => {
    const app = open('/console');
    await screen.findByRole('navigation', { name: '主导航' });
    await app.user.keyboard('{Control>}k{/Control}');
    await app.user.keyboard('czrz');
    expect((await screen.findAllByRole('option'))[0]?.textContent).toBe('操作日志');
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(app.at().pathname).toBe('/console/settings/audit'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('invites from the command menu and shows the link once', async () => {
    const app = open('/console');
    await screen.findByRole('navigation', { name: '主导航' });
    await app.user.keyboard('{Control>}k{/Control}');
    await app.user.keyboard('邀请{Enter}');
    await app.user.type(await screen.findByLabelText('姓名'), '蒋依');
    await app.user.click(screen.getByLabelText('角色'));
    await app.user.click(await screen.findByText('店长', { selector: '.ant-select-item-option-content div' }));
    await app.user.click(screen.getByRole('button', { name: '生成邀请链接' }));
    expect((await screen.findByLabelText<HTMLInputElement>('给蒋依的邀请链接')).value).toContain('/join#');
  });

  it('walks a table with j and k, opens with Enter, closes with Escape, and the address tells it', async () => {
    const app = open('/console/settings/accounts');
    await screen.findByRole('row', { name: /林晓/ });
    await app.user.keyboard('jj{Enter}');
    expect(await screen.findByRole('complementary', { name: '郑国安' })).toBeInstanceOf(HTMLElement);
    expect(app.at().search).toContain('open=');
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(app.at().search).toBe(''));
    await app.user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByLabelText('搜索姓名或登录名'));
  });

  it('names the consequence before it freezes an account', async () => {
    const app = open('/console/settings/accounts');
    await app.user.click(await screen.findByText('林晓'));
    await app.user.click(await screen.findByRole('button', { name: '冻结' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('立刻从所有设备退出');
    await app.user.click(within(dialog).getByRole('button', { name: '冻结' }));
    await waitFor(() =>
      expect(within(screen.getByRole('row', { name: /林晓/ })).getByText('已冻结')).toBeInstanceOf(HTMLElement),
    );
  });

  it('shows both versions when somebody else saved first, and keeps mine if I say so', async () => {
    const app = open('/console/settings/company');
    const name = await screen.findByLabelText('企业名称');
    await app.user.clear(name);
    await app.user.type(name, '冲突');
    await app.user.click(screen.getByRole('button', { name: '保存' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('row', { name: /企业名称/ }).textContent).toContain('禾木里全屋定制冲突');
    server.replace('PUT /api/v1/company', 200, { ...(await answerOf('/api/v1/company')), name: '冲突', version: 8 });
    await app.user.click(within(dialog).getByRole('button', { name: '用我填的覆盖' }));
    await waitFor(() =>
      expect(server.sent.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ name: '冲突', version: 7 }),
    );
  });

  it('neither wipes out what is being typed when news arrive, nor overwrites the news unseen', async () => {
    const app = open('/console/settings/company');
    await app.user.type(await screen.findByLabelText('企业名称'), '馆');
    const before = (await answerOf('/api/v1/company')) as { version: number };
    await fetch('/api/v1/company', { method: 'PUT', body: JSON.stringify({ ...before, trade: 'RETAIL' }) });
    await app.queries.invalidateQueries();
    expect(screen.getByLabelText<HTMLInputElement>('企业名称').value).toBe('禾木里全屋定制馆');
    await app.user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(server.sent.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ version: before.version }),
    );
  });

  it('puts the server’s remark beside its field', async () => {
    server.replace('PUT /api/v1/company', 400, {
      type: '/problems/invalid-request',
      detail: '有几项需要再看一下。',
      errors: [{ pointer: '#/name', detail: '太长了' }],
    });
    const app = open('/console/settings/company');
    await app.user.type(await screen.findByLabelText('企业名称'), '!');
    await app.user.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('太长了')).toBeInstanceOf(HTMLElement);
  });

  it('closes the company only after its name was typed', async () => {
    const app = open('/console/settings/company');
    await app.user.click(await screen.findByRole('button', { name: '关闭企业' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: '关闭企业' });
    expect(confirm).toHaveProperty('disabled', true);
    await app.user.type(within(dialog).getByRole('textbox'), '禾木里全屋定制');
    await app.user.click(confirm);
    expect(await screen.findByRole('button', { name: '撤销关闭，保留企业' })).toBeInstanceOf(HTMLElement);
  });

  it('shows a new key once', async () => {
    const app = open('/console/settings/api-keys?new=1');
    await app.user.type(await screen.findByLabelText('用途'), '同步');
    await app.user.click(await screen.findByRole('checkbox', { name: '查看操作日志' }));
    await app.user.click(screen.getByRole('button', { name: '创建密钥' }));
    expect((await screen.findByLabelText<HTMLInputElement>('「同步」的密钥')).value).toMatch(/^tk_/);
    await app.user.click(screen.getByRole('button', { name: '我已存好' }));
    expect(screen.queryByLabelText('「同步」的密钥')).toBeNull();
  });

  it('tells deeds in sentences, and unknown ones by their name', async () => {
    open('/console/settings/audit');
    expect(await screen.findByText('冻结了 周磊 的账号')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('coupon.sprinkled')).toBeInstanceOf(HTMLElement);
  });

  it('lets the company decide on support', async () => {
    const app = open('/console/settings/support');
    await app.user.click(await screen.findByRole('button', { name: '允许进入' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('最多 2 小时');
    await app.user.click(within(dialog).getByRole('button', { name: '允许进入' }));
    expect(await screen.findByRole('button', { name: '立即结束' })).toBeInstanceOf(HTMLElement);
  });

  it('says why a list could not be fetched, and tries again', async () => {
    server.replace('GET /api/v1/audit', 500, { type: '/problems/server-error', requestId: 'r-9' });
    const app = open('/console/settings/audit');
    expect(await screen.findByText(/把编号 r-9 告诉管理员/)).toBeInstanceOf(HTMLElement);
    server.restore('GET /api/v1/audit');
    await app.user.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByText('冻结了 周磊 的账号')).toBeInstanceOf(HTMLElement);
  });

  it('keeps a draft until it is saved', async () => {
    const app = open('/console/settings/accounts?invite=1');
    await app.user.type(await screen.findByLabelText('姓名'), '蒋');
    expect(sessionStorage.getItem('tilth.draft.invite')).toContain('蒋');
  });

  it('changes its language at once and remembers it for the person', async () => {
    const app = open('/console');
    await app.user.click(await screen.findByRole('button', { name: '语言' }));
    await app.user.click(await screen.findByRole('menuitem', { name: /English/ }));
    expect(await screen.findByRole('navigation', { name: 'Main navigation' })).toBeInstanceOf(HTMLElement);
    await waitFor(() =>
      expect(server.sent.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ language: 'en' }),
    );
    await app.user.click(screen.getByRole('button', { name: 'Language' }));
    await app.user.click(await screen.findByRole('menuitem', { name: /简体中文/ }));
    expect(await screen.findByRole('navigation', { name: '主导航' })).toBeInstanceOf(HTMLElement);
  });
});

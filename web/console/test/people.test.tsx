import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { open } from './open';
import { serve } from './server';

const LEFT = '01939f00-0000-7000-8000-000000007008';

async function pick(app: ReturnType<typeof open>, label: string, option: string) {
  await app.user.click(screen.getByLabelText(label));
  await app.user.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }));
}

describe('People and shops', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('shenzhixia');
  });

  it('finds a member, and fills in what their card says', async () => {
    const app = open('/console/settings/members');
    await screen.findByRole('row', { name: /陈燕/ });
    await app.user.type(screen.getByLabelText('搜索姓名、职务或账号'), '林晓');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    await app.user.click(screen.getByText('林晓'));
    expect(await screen.findByRole('complementary', { name: '林晓' })).toBeInstanceOf(HTMLElement);
    await app.user.type(await screen.findByLabelText('电话'), '0571-88886666');
    await app.user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(server.sent.find(({ method }) => method === 'PUT')?.body).toEqual({
        displayName: null,
        phone: '0571-88886666',
        version: 0,
      }),
    );
  });

  it('leads from who left to the handover of their customers', async () => {
    const app = open(`/console/settings/members?open=${LEFT}`);
    await app.user.click(await screen.findByRole('link', { name: '分配给同事' }));
    expect(await screen.findByRole('complementary', { name: '离职继承' })).toBeInstanceOf(HTMLElement);
    expect(app.at().search).toContain(`from=${LEFT}`);
  });

  it('opens a shop, puts the server’s remark beside the code, and deletes after a question', async () => {
    const app = open('/console/settings/shops?open=new');
    await app.user.type(await screen.findByLabelText('门店'), '湖滨店');
    await app.user.type(screen.getByLabelText('编号'), 'HZ-01');
    await app.user.click(screen.getByRole('button', { name: '创建门店' }));
    expect(await screen.findByText('这个编号已经有门店在用。')).toBeInstanceOf(HTMLElement);
    await app.user.clear(screen.getByLabelText('编号'));
    await app.user.type(screen.getByLabelText('编号'), 'HZ-99');
    await app.user.click(screen.getByRole('button', { name: '创建门店' }));
    await app.user.click(await screen.findByRole('row', { name: /湖滨店/ }));
    await app.user.click(await screen.findByRole('button', { name: '删除' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('部门、员工和客户都不受影响');
    await app.user.click(within(dialog).getByRole('button', { name: '删除' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /湖滨店/ })).toBeNull());
  });

  it('ties an account to its member, or says why not', async () => {
    const app = open('/console/settings/accounts?open=01939f00-0000-7000-8000-000000000101');
    await screen.findByRole('heading', { name: '企业微信' });
    await pick(app, '是哪位员工', '沈知夏');
    await app.user.click(screen.getByRole('button', { name: '绑定' }));
    expect(await screen.findByText('沈知夏 已绑定员工 沈知夏')).toBeInstanceOf(HTMLElement);
    await pick(app, '是哪位员工', '何川');
    await app.user.click(screen.getByRole('button', { name: '解除绑定' }));
    expect(await screen.findByText('这位员工没有绑定到这个账号。')).toBeInstanceOf(HTMLElement);
  });

  it('decides by rules who gets which role, the first one first', async () => {
    const app = open('/console/settings/accounts/rules');
    await screen.findByRole('listitem', { name: '规则 1' });
    await app.user.click(screen.getByRole('button', { name: '规则 3 上移' }));
    await app.user.click(screen.getByRole('button', { name: '删除规则 1' }));
    await app.user.click(screen.getByRole('button', { name: '保存规则' }));
    await waitFor(() =>
      expect(server.sent.find(({ method }) => method === 'PUT')?.body).toMatchObject({
        rules: [{ positionHas: '顾问', leads: null }, { positionHas: null }],
      }),
    );
  });
});

describe('Customers', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('shenzhixia');
  });

  it('finds by any fragment of a remark, and shows whose they are and what happened', async () => {
    const app = open('/console/customers');
    await screen.findByRole('row', { name: /李女士/ });
    await app.user.type(screen.getByLabelText('搜索昵称、备注、手机号、标签或企业'), '3栋1102');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    await app.user.click(screen.getByRole('row', { name: /王先生/ }));
    const panel = await screen.findByRole('complementary', { name: '王先生' });
    expect((await within(panel).findAllByText('138****5610')).length).toBeGreaterThan(0);
    expect(await within(panel).findByText('添加了好友')).toBeInstanceOf(HTMLElement);
  });

  it('leads from a tag to its customers', async () => {
    const app = open('/console/customers/tags');
    await app.user.click(await screen.findByRole('link', { name: /沉睡/ }));
    await waitFor(() => expect(app.at().pathname).toBe('/console/customers'));
    expect(app.at().search).toContain('tag=');
  });

  it('says how to begin where there is nobody yet', async () => {
    server.replace('GET /api/v1/customers', 200, { items: [], next: null });
    open('/console/customers');
    expect(await screen.findByText('这里会列出您的客户')).toBeInstanceOf(HTMLElement);
  });

  it('shows who sits in a group, and whose owner has left', async () => {
    const app = open('/console/customers/group-chats');
    const row = await screen.findByRole('row', { name: /江南春晓/ });
    expect(within(row).getByText('群主已离职')).toBeInstanceOf(HTMLElement);
    await app.user.click(row);
    expect(await screen.findByRole('heading', { name: /群里的人/ })).toBeInstanceOf(HTMLElement);
  });
});

describe('Handing customers over', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('shenzhixia');
  });

  it('gives the customers of who left to a colleague, after saying what will happen', async () => {
    const app = open('/console/customers/inheritances');
    await app.user.click(await screen.findByRole('button', { name: '分配' }));
    const panel = await screen.findByRole('complementary', { name: '离职继承' });
    expect(panel.textContent).toContain('24 小时');
    await pick(app, '交给谁', '林晓');
    await app.user.click(within(panel).getByRole('button', { name: '开始继承' }));
    await waitFor(() =>
      expect(server.sent.find(({ method }) => method === 'POST')?.body).toMatchObject({
        kind: 'RESIGNED',
        from: LEFT,
        customers: null,
        groups: true,
      }),
    );
    expect(await screen.findByRole('complementary', { name: '周磊 → 林晓' })).toBeInstanceOf(HTMLElement);
  });

  it('brings refusals back, and gives them to somebody else', async () => {
    const app = open('/console/customers/inheritances');
    await app.user.click(await screen.findByText(/11 位退回/));
    await app.user.click(await screen.findByRole('button', { name: '客户拒绝' }));
    await waitFor(() => expect(screen.getAllByText('客户点了拒绝。')).toHaveLength(4));
    await app.user.click(await screen.findByRole('checkbox', { name: '王先生' }));
    await pick(app, '交给谁', '陈燕');
    await app.user.click(screen.getByRole('button', { name: '把 1 位换人接手' }));
    const dialog = await screen.findByRole('dialog');
    await app.user.click(within(dialog).getByRole('button', { name: '把 1 位换人接手' }));
    await waitFor(() => expect(server.sent.some(({ path }) => path.endsWith('/reassign'))).toBe(true));
  });
});

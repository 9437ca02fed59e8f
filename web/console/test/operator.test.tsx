import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { open } from './open';
import { serve } from './server';

describe('The operator', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('tangyun');
  });

  it('filters tenants, and the address tells how', async () => {
    const app = open('/operator/tenants');
    await screen.findByRole('row', { name: /青禾少儿英语/ });
    await app.user.click(screen.getByRole('button', { name: '已停用' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(app.at().search).toBe('?filter=SUSPENDED');
    expect(screen.getByRole('link', { name: '连接异常' }).getAttribute('href')).toBe('/operator/wecom?filter=TROUBLE');
  });

  it('loads more, marks by keyboard and extends many after saying how many', async () => {
    const app = open('/operator/tenants');
    await app.user.click(await screen.findByRole('button', { name: /再看一些/ }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(41));
    await app.user.keyboard('jxjx');
    await app.user.click(await screen.findByRole('button', { name: '为 2 家延期' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('为 2 家租户延期 30 天');
    await app.user.click(within(dialog).getByRole('button', { name: '为 2 家延期' }));
    await waitFor(() =>
      expect(server.sent.find(({ path }) => path.endsWith('/extend'))?.body).toEqual({ tenants: [1, 2], days: 30 }),
    );
    await waitFor(() => expect(screen.queryByRole('region', { name: '批量操作' })).toBeNull());
  });

  it('suspends with a reason that the tenant will read', async () => {
    const app = open('/operator/tenants?open=3');
    await app.user.click(await screen.findByRole('button', { name: '停用' }));
    const dialog = await screen.findByRole('dialog');
    await app.user.type(within(dialog).getByLabelText(/停用原因/), '合同到期');
    await app.user.click(within(dialog).getByRole('button', { name: '停用' }));
    expect(await screen.findByRole('button', { name: '恢复使用' })).toBeInstanceOf(HTMLElement);
    expect(server.sent.find(({ path }) => path.endsWith('/3/suspend'))?.body).toEqual({ reason: '合同到期' });
  });

  it('opens a tenant and makes the link for its administrator', async () => {
    const app = open('/operator/tenants/new');
    await app.user.type(await screen.findByLabelText('名称'), '溪山书房');
    await app.user.click(screen.getByLabelText('行业'));
    await app.user.click(await screen.findByText('零售门店', { selector: '.ant-select-item-option-content' }));
    await app.user.click(screen.getByRole('button', { name: '开通租户' }));
    await app.user.type(await screen.findByLabelText('管理员姓名'), '宋扬');
    await app.user.click(screen.getByRole('button', { name: '生成链接' }));
    expect((await screen.findByLabelText<HTMLInputElement>('给宋扬的管理员链接')).value).toContain('/join#');
    const body = server.sent.find(({ method, path }) => method === 'POST' && path === '/api/v1/operator/tenants')?.body;
    expect(body).toMatchObject({ name: '溪山书房', trade: 'RETAIL', timeZone: 'Asia/Shanghai', plan: 'TRIAL' });
    expect(body?.validUntil).toMatch(/T15:59:59\.000Z$/);
  });

  it('enters a tenant that allowed it, marked on the screen, and leaves again', async () => {
    const app = open('/operator/tenants?open=1');
    await app.user.click(await screen.findByRole('button', { name: '进入协助' }));
    await waitFor(() => expect(app.at().pathname).toBe('/console'));
    await screen.findByRole('button', { name: '结束并返回' });
    expect(document.querySelector('.watermark')?.getAttribute('data-text')).toMatch(/^唐韵 \d{4}/);
    await app.user.click(await screen.findByRole('button', { name: '结束并返回' }));
    await waitFor(() => expect(app.at().pathname).toBe('/operator/tenants'));
  });

  it('finds a tenant by name from anywhere', async () => {
    const app = open('/operator/settings/me');
    await screen.findByRole('navigation', { name: '主导航' });
    await app.user.keyboard('{Control>}k{/Control}');
    await app.user.keyboard('云栈');
    await app.user.click(await screen.findByRole('option', { name: '云栈软件' }));
    await waitFor(() => expect(app.at().search).toBe('?open=2'));
  });

  it('keeps a view of what is shown', async () => {
    const app = open('/operator/tenants?filter=IDLE');
    await app.user.click(await screen.findByRole('button', { name: '常用视图' }));
    await app.user.type(await screen.findByLabelText('视图名称'), '安静的');
    await app.user.click(screen.getByRole('button', { name: '保存当前筛选' }));
    await waitFor(() =>
      expect(server.sent.find(({ method, path }) => method === 'POST' && path === '/api/v1/views')?.body).toEqual({
        page: 'tenants',
        query: 'filter=IDLE',
        name: '安静的',
        shared: false,
      }),
    );
  });

  it('sees whose connection is in trouble, and the alarm that concerns everybody', async () => {
    const app = open('/operator/wecom');
    await screen.findByRole('row', { name: /青禾少儿英语/ });
    await app.user.click(screen.getByRole('button', { name: '连接异常' }));
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeLessThan(6));
    expect(screen.getByText('38 条没做成')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('alert')).toBeNull();
    const suite = { ticketAt: '2026-01-01T00:00:00Z', late: true };
    server.replace('GET /api/v1/operator/wecom', 200, { suite, items: [], next: null });
    await app.queries.invalidateQueries();
    expect((await screen.findByRole('alert')).textContent).toContain('20 分钟');
  });
});

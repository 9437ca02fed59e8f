import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { open } from './open';
import { serve } from './server';

const CONNECTED = '01939f00-0000-7000-8000-000000000901';
const DRAFT = '01939f00-0000-7000-8000-000000000902';
const BASE = '/console/settings/wecom';

describe('Connecting WeCom', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('shenzhixia');
  });

  it('first says where Tilth runs, and offers only what can work there', async () => {
    open(`${BASE}/new`);
    expect(await screen.findByText(/运行在您自己的服务器上/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /企业自建应用/ }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /服务商代开发应用/ }).disabled).toBe(true);
  });

  it('gives hosted companies a link to install and asks for no secret', async () => {
    server.replace('GET /api/v1/wecom/setting', 200, {
      where: 'HOSTED',
      offers: ['PROVIDER'],
      addresses: [],
      publicUrl: 'https://tilth.example',
    });
    server.replace('POST /api/v1/wecom/installs', 200, { url: 'https://wecom.example/3rdapp/install?x=1' });
    const app = open(`${BASE}/new`);
    await app.user.click(await screen.findByRole('button', { name: '生成安装链接' }));
    expect((await screen.findByLabelText<HTMLInputElement>('安装链接')).value).toContain('/3rdapp/install');
    expect(screen.queryByLabelText('Secret')).toBeNull();
  });

  it('creates a company from what the admin pages show, and goes on with its steps', async () => {
    const app = open(`${BASE}/new`);
    await app.user.type(await screen.findByLabelText('企业名称'), '禾木里');
    await app.user.type(screen.getByLabelText('企业 ID'), 'ww77');
    await app.user.type(screen.getByLabelText('AgentId'), '1000002');
    await app.user.type(screen.getByLabelText('Secret'), 's3cret');
    await app.user.click(screen.getByRole('button', { name: '保存并开始检查' }));
    expect(await screen.findByRole('heading', { name: '接入「禾木里」' })).toBeInstanceOf(HTMLElement);
    expect(server.sent.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'SELF_BUILT',
      name: '禾木里',
      corpId: 'ww77',
      agentId: 1000002,
      secret: 's3cret',
      domain: null,
    });
  });

  it('opens the step that needs somebody, says why and where, and goes on once it has passed', async () => {
    const app = open(`${BASE}/${DRAFT}`);
    const step = await screen.findByRole('button', { name: /企业可信 IP/ });
    expect(step.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/60020/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/应用详情 › 企业可信IP/)).toBeInstanceOf(HTMLElement);
    expect((await screen.findByLabelText<HTMLInputElement>('要填的 IP')).value).toBe('121.40.88.17');
    await app.user.click(screen.getByRole('button', { name: '再检查一次' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /应用可见范围/ }).getAttribute('aria-expanded')).toBe('true'),
    );
    expect(screen.queryByText(/60020/)).toBeNull();
  });

  it('shows the callback’s address, token and key once', async () => {
    const app = open(`${BASE}/${DRAFT}?step=CALLBACK`);
    await app.user.click(await screen.findByRole('button', { name: '生成回调参数' }));
    expect((await screen.findByLabelText<HTMLInputElement>('URL')).value).toContain('/wecom/callback/');
    expect(screen.getByLabelText<HTMLInputElement>('EncodingAESKey').value).toHaveLength(43);
    await app.user.click(screen.getByRole('button', { name: /接收回调/ }));
    await app.user.click(screen.getByRole('button', { name: /接收回调/ }));
    expect(screen.queryByLabelText('EncodingAESKey')).toBeNull();
  });

  it('asks before it replaces the callback parameters of a company that works', async () => {
    const app = open(`${BASE}/${CONNECTED}?step=CALLBACK`);
    await app.user.click(await screen.findByRole('button', { name: '生成回调参数' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('旧参数');
    expect(server.sent.some(({ path }) => path.endsWith('callback-credentials'))).toBe(false);
  });

  it('takes the domain’s file by choosing it', async () => {
    const app = open(`${BASE}/${CONNECTED}?step=DOMAIN_FILE`);
    const file = new File(['abc123\n'], 'WW_verify_abc123.txt', { type: 'text/plain' });
    await app.user.upload(await screen.findByLabelText('选择下载好的文件'), file);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('文件内容').value).toBe('abc123'));
    await app.user.click(screen.getByRole('button', { name: '保存文件' }));
    expect(await screen.findByText(/已放在 crm.hemuli.example 的根目录/)).toBeInstanceOf(HTMLElement);
    expect(server.sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      name: 'WW_verify_abc123.txt',
      content: 'abc123',
    });
  });

  it('connects once what is needed has passed, and then tells how far the first sync has come', async () => {
    const app = open(`${BASE}/${DRAFT}`);
    expect(await screen.findByText('还差：客户联系权限 · 接收回调')).toBeInstanceOf(HTMLElement);
    const connect = screen.getByRole('button', { name: '接入并开始同步' });
    expect(connect).toHaveProperty('disabled', true);
    for (const step of [/客户联系权限/, /接收回调/]) {
      const head = screen.getByRole('button', { name: step });
      if (head.getAttribute('aria-expanded') !== 'true') {
        await app.user.click(head);
      }
      await app.user.click(await screen.findByRole('button', { name: '检查这一步' }));
    }
    await waitFor(() => expect(connect).toHaveProperty('disabled', false));
    await app.user.click(connect);
    expect(await screen.findByRole('heading', { name: '正在同步' })).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/都算存量客户/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/其他联系人/)).toBeInstanceOf(HTMLElement);
    const parts = screen.getByRole('list', { name: '同步进度' });
    expect(await within(parts).findByText('17 条')).toBeInstanceOf(HTMLElement);
    expect(within(parts).getByRole('progressbar', { name: '客户' })).toBeInstanceOf(Element);
  });
});

describe('The health of a connection', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('shenzhixia');
  });

  it('says in words what to look at before it shows numbers', async () => {
    open(`${BASE}/${CONNECTED}/health`);
    const findings = await screen.findByRole('region', { name: '结论' });
    expect(within(findings).getAllByRole('listitem')[0]?.textContent).toContain('留意：有 2 条回调没做成');
    expect(await screen.findByText(/24 小时内共收到/)).toBeInstanceOf(HTMLElement);
    const quota = screen.getByRole('progressbar', { name: 'externalcontact/add_msg_template' });
    expect(quota.getAttribute('aria-valuenow')).toBe('4130');
    expect(screen.getByRole('link', { name: '2 条' }).getAttribute('href')).toContain('state=FAILED');
  });

  it('counts the welcomes that were missed, by reason', async () => {
    server.replace('GET /api/v1/welcomes/figures', 200, {
      sent: 318,
      missed: 4,
      reasons: [
        { reason: '41051', why: '已有欢迎语：可能另一个工具先发了。', welcomes: 3 },
        { reason: 'late', why: '超过了 20 秒。', welcomes: 1 },
      ],
    });
    open(`${BASE}/${CONNECTED}/health`);
    const welcomes = await screen.findByRole('region', { name: '欢迎语' });
    expect(within(welcomes).getByText('近 7 天发出 318 条，没发出 4 条。')).toBeInstanceOf(HTMLElement);
    expect(within(welcomes).getAllByRole('listitem')[0]?.textContent).toBe('3 条：已有欢迎语：可能另一个工具先发了。');
  });

  it('syncs on demand, and not twice at once', async () => {
    const app = open(`${BASE}/${CONNECTED}/health`);
    await app.user.click(await screen.findByRole('button', { name: '立即同步' }));
    await waitFor(() => expect(screen.getByRole('button', { name: '同步中' })).toHaveProperty('disabled', true));
    expect(screen.getByText('手动同步')).toBeInstanceOf(HTMLElement);
  });
});

describe('Callbacks', () => {
  let server: ReturnType<typeof serve>;
  beforeEach(async () => {
    server = serve();
    await server.enter('shenzhixia');
  });

  it('shows what failed and why, and tries it again', async () => {
    const app = open(`${BASE}/callbacks`);
    await screen.findByRole('table');
    await app.user.click(screen.getByRole('button', { name: '没做成' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
    expect(app.at().search).toBe('?state=FAILED');
    await app.user.click(screen.getByText(/企业微信繁忙/));
    const panel = await screen.findByRole('complementary', { name: /客户删除员工/ });
    expect(await within(panel).findByText('wmEAlECwAAHrbWYDetiw')).toBeInstanceOf(HTMLElement);
    await app.user.click(within(panel).getByRole('button', { name: '再试一次' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  });

  it('asks before it replays what was done, and before it retries all', async () => {
    const app = open(`${BASE}/callbacks?open=01939f00-0000-7000-8000-000000002000`);
    await app.user.click(await screen.findByRole('button', { name: '重放' }));
    const replay = await screen.findByRole('dialog');
    expect(replay.textContent).toContain('不会重复计数');
    await app.user.click(within(replay).getByRole('button', { name: '重放' }));
    await waitFor(() => expect(server.sent.some(({ path }) => path.endsWith('/replay'))).toBe(true));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await app.user.click(screen.getByRole('button', { name: '重试全部失败的' }));
    const all = await screen.findByRole('dialog');
    await app.user.click(within(all).getByRole('button', { name: '重试全部失败的' }));
    expect(await screen.findByText('2 条已重新排队')).toBeInstanceOf(HTMLElement);
  });
});

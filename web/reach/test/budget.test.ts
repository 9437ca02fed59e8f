import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, SlowPhone } from './chromium';
import { print } from './print';

const KILOBYTE = 1024;
const materials = join(process.cwd(), '../server/src/main/resources/demo/materials');
const picture = readFileSync(join(materials, 'bedroom.jpg'));
const text = readFileSync(join(materials, 'storage-118.html'), 'utf8').replace(
  /<img src="picture:\w+"/g,
  '<img src="/f/1" width="1200" height="800"',
);

const frame = {
  title: '118㎡三居收纳怎么做',
  by: '禾木里全屋定制',
  base: '/r/x',
  recorded: '禾木里会记录浏览情况，用于为您服务',
  recordNumber: '浙ICP备2026000001号',
  beacon: '/r/x/beats?t=1',
  hand: '/r/x?h=1',
  card: {
    name: '林晓',
    initial: '晓',
    place: '滨江店',
    phone: '138 0013 8000',
    dial: '13800138000',
    code: '/f/2',
    contact: { promise: '只给林晓和门店看，用来联系您这一次。' },
  },
};
const pages = Array.from({ length: 8 }, (_, index) => ({
  src: `/f/${index + 3}`,
  width: 1080,
  height: 720,
  number: index + 1,
  alt: `第 ${index + 1} 页`,
  first: index === 0,
}));
const facts = {
  article: { ...frame, article: { html: text } },
  document: { ...frame, document: { total: 8, count: '共 8 页', pages } },
};

/** A machine without a browser cannot say how fast one is; CI has one. */
describe.skipIf(!chromium)('A page on a slow phone', () => {
  const printed: Record<string, string> = {};
  let server: Server;
  let phone: SlowPhone;
  let home = '';

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), 'reach-'));
    const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
    execFileSync(process.execPath, [vite, 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'silent'], {
      cwd: join(process.cwd(), 'reach'),
    });
    const [css, js] = ['reach.css', 'reach.js'].map((file) => readFileSync(join(out, file), 'utf8'));
    for (const [kind, shown] of Object.entries(facts)) {
      printed[kind] = print('read', shown, css ?? '', js ?? '');
    }
    server = createServer((request, answer) => {
      const page = printed[request.url?.slice(1) ?? ''];
      if (page) {
        answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' });
        answer.end(gzipSync(page));
      } else if (request.url?.startsWith('/f/')) {
        answer.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(picture);
      } else {
        answer.writeHead(204).end();
      }
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    phone = await SlowPhone.start();
  });

  afterAll(() => {
    phone?.stop();
    server?.close();
  });

  for (const kind of Object.keys(facts)) {
    it(`shows the ${kind} soon, and nothing moves afterwards`, async () => {
      const weight = gzipSync(printed[kind] ?? '').length;
      const { lcp, cls } = await phone.measure(`${home}/${kind}`);
      console.log(`${kind}: ${(weight / KILOBYTE).toFixed(1)} KB, LCP ${Math.round(lcp)} ms, CLS ${cls.toFixed(3)}`);
      expect(weight).toBeLessThan(30 * KILOBYTE);
      expect(lcp).toBeGreaterThan(0);
      expect(lcp).toBeLessThan(1500);
      expect(cls).toBeLessThanOrEqual(0.05);
    });
  }
});

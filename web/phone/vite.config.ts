import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScript, tokens } from '../vite/plugins.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sandbox = process.env.TILTH_SANDBOX ?? 'http://localhost:8090';

export default defineConfig({
  base: '/phone/',
  plugins: [react(), tokens(), firstScript(here('src/app/theme-first.js'), '/phone/src/app/theme-first.js')],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { port: 5174, proxy: { '/sandbox': sandbox, '/cgi-bin': sandbox, '/connect': sandbox } },
});

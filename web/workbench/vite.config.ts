import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption } from 'vite';
import { firstScript, tokens } from '../vite/plugins.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.TILTH_SERVER ?? 'http://localhost:8080';

export default defineConfig(() => {
  const plugins: PluginOption[] = [
    react(),
    tokens(),
    firstScript(here('src/app/theme-first.js'), '/src/app/theme-first.js'),
  ];
  return {
    plugins,
    worker: { format: 'es' as const },
    // The server carries it beside the console: its files lie in a folder of their own.
    build: {
      target: ['es2022', 'chrome94', 'safari15.4'],
      assetsDir: 'assets/w',
      assetsInlineLimit: 0,
      manifest: true,
      rolldownOptions: { input: here('workbench.html') },
    },
    server: { port: 5175, open: '/w', proxy: { '/api': server, '/sse': server, '/wecom': server } },
  };
});

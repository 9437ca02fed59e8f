import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption } from 'vite';
import { firstScript, scrollLock, tokens } from '../vite/plugins.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://localhost:8080';

export default defineConfig(async ({ mode }) => {
  const plugins: PluginOption[] = [
    react(),
    tokens(),
    scrollLock(here('../ui/src/scroll-lock.ts')),
    firstScript(here('src/app/theme-first.js'), '/src/app/theme-first.js'),
  ];
  if (mode === 'mock') {
    const { mock } = await import('./mock/plugin.ts');
    plugins.push(mock());
  }
  return {
    plugins,
    worker: { format: 'es' as const },
    build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900, manifest: true },
    server: {
      port: 5173,
      ...(mode === 'mock' ? {} : { proxy: { '/api': server, '/sse': server, '/open': server } }),
    },
  };
});

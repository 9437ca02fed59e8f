import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { tokens } from './vite/plugins.ts';

export default defineConfig({
  plugins: [react(), tokens()],
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost/' } },
    include: ['{api,ui,console,workbench,phone,reach}/**/*.test.{ts,tsx}'],
    setupFiles: ['./console/test/setup.ts'],
    testTimeout: 60_000,
    restoreMocks: true,
  },
});

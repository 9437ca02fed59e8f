import { defineConfig, type Plugin } from 'vite';
import { palettes } from '../ui/src/tokens.ts';

/** WeChat's older web views. */
const OLDEST = 'chrome86';

/** Hands the style sheet the colours it names, light and dark: the page carries no value that it does not use. */
function colours(): Plugin {
  const block = (mode: 'light' | 'dark', used: string[]) =>
    used.map((name) => `--${name}:${palettes[mode][name as keyof (typeof palettes)['light']]}`).join(';');
  return {
    name: 'reach-colours',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.css')) {
        return null;
      }
      const used = [...new Set([...code.matchAll(/var\(--(\w+)\)/g)].map(([, name]) => name as string))].filter(
        (name) => name in palettes.light,
      );
      const dark = `@media (prefers-color-scheme:dark){:root{${block('dark', used)}}}`;
      return { code: `:root{${block('light', used)}}${dark}${code}`, map: null };
    },
  };
}

/** One style sheet and one script, which the server puts into the page itself: nothing to wait for but pictures. */
export default defineConfig({
  plugins: [colours()],
  build: {
    target: OLDEST,
    cssTarget: OLDEST,
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      input: 'src/reach.ts',
      output: { format: 'iife', entryFileNames: 'reach.js', assetFileNames: 'reach[extname]' },
    },
  },
});

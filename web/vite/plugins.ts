import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { tokensCss } from '../ui/src/tokens.ts';

const TOKENS = 'virtual:tilth-tokens.css';

/** The tokens as a style sheet, so that values are written down once. */
export function tokens(): Plugin {
  return {
    name: 'tilth-tokens',
    resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : null),
    load: (id) => (id === `\0${TOKENS}` ? tokensCss() : null),
  };
}

/** Has dialogs hold the page still in a way that the content security policy allows. */
export function scrollLock(own: string): Plugin {
  return {
    name: 'tilth-scroll-lock',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id.endsWith('/useScrollLocker') && importer?.includes('@rc-component/portal') ? own : null,
  };
}

/** Puts a small blocking script first in the head, under a hashed name: no inline script, no flash of the wrong theme. */
export function firstScript(file: string, served: string): Plugin {
  let reference = '';
  let building = false;
  let base = '/';
  return {
    name: 'tilth-first-script',
    configResolved(config) {
      building = config.command === 'build';
      base = config.base;
    },
    buildStart() {
      if (building) {
        reference = this.emitFile({ type: 'asset', name: 'theme-first.js', source: readFileSync(file) });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, context) {
        const emitted = Object.values(context.bundle ?? {}).find((part) => part.fileName.includes('theme-first'));
        const src = reference && emitted ? base + emitted.fileName : served;
        return [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }];
      },
    },
  };
}

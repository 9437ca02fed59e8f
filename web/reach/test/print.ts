import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Facts = Record<string, unknown>;

const resources = join(process.cwd(), '../server/src/main/resources');
const template = (name: string) => readFileSync(join(resources, 'reach/pages', `${name}.html`), 'utf8');

/** The server's own sentences. */
function sentences(): Map<string, string> {
  const lines = readFileSync(join(resources, 'i18n/reach.properties'), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line.startsWith('reach.'))
      .map((line) => [line.slice('reach.'.length, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

const words = sentences();

function find(name: string, scopes: Facts[]): unknown {
  if (name.startsWith('w.')) {
    return words.get(name.slice(2)) ?? '';
  }
  return scopes.find((scope) => name in scope)?.[name];
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** As much of Mustache as the templates use. */
function fill(text: string, scopes: Facts[]): string {
  return text
    .replace(/\{\{> ?(\w+)\}\}/g, (_, name: string) => fill(template(name), scopes))
    .replace(/\{\{([#^])([\w.-]+)\}\}([\s\S]*?)\{\{\/\2\}\}/g, (_, kind: string, name: string, inner: string) => {
      const value = find(name, scopes);
      const there = Array.isArray(value) ? value.length > 0 : Boolean(value);
      if (kind === '^') {
        return there ? '' : fill(inner, scopes);
      }
      const each = there ? (Array.isArray(value) ? value : [value]) : [];
      return each.map((one) => fill(inner, typeof one === 'object' ? [one as Facts, ...scopes] : scopes)).join('');
    })
    .replace(/\{\{\{([\w.-]+)\}\}\}/g, (_, name: string) => String(find(name, scopes) ?? ''))
    .replace(/\{\{([\w.-]+)\}\}/g, (_, name: string) => escaped(String(find(name, scopes) ?? '')));
}

/** Prints the page as the server does, with what was built just now. */
export function print(page: string, facts: Facts, css: string, js: string): string {
  return fill(template(page), [{ ...facts, css, js, nonce: 'n', language: 'zh-CN' }]);
}

import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { startI18n } from '../src/app/i18n';

// Rooms are fetched when they are entered; on a busy machine the first one takes a while.
configure({
  asyncUtilTimeout: 15_000,
  // Looking at the styles of every ancestor takes most of the time of a test; nothing here hides by style alone.
  defaultHidden: true,
  getElementError: (message) => Object.assign(new Error(message ?? ''), { name: 'NotFound' }),
});

beforeAll(async () => {
  localStorage.setItem('tilth.language', 'zh-CN');
  await startI18n();
});

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

vi.stubGlobal('matchMedia', (query: string) => ({
  matches: query.includes('reduced-motion'),
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
}));

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);

// jsdom has no layout and warns about pseudo elements that Ant Design measures.
const computed = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => computed(element);

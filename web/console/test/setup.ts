import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { startI18n } from '../src/app/i18n';

// Rooms are fetched when they are entered; on a busy machine the first one takes a while.
configure({
  asyncUtilTimeout: 15_000,
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

// jsdom has no layout, and weighing every rule of Ant Design for each element takes nine tenths of a test's time.
window.getComputedStyle = (element) => (element as HTMLElement).style;

// What jsdom lacks: reading a chosen file, measuring letters, scrolling.
File.prototype.text = function text(this: File) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(this);
  });
};
HTMLCanvasElement.prototype.getContext = () => null;
window.scrollTo = () => {};

import { beforeEach, expect, it, vi } from 'vitest';
import { arrived, rememberCompany, signIn, signInAddress } from '../src/app/door';

beforeEach(() => {
  localStorage.removeItem('tilth.company');
  sessionStorage.clear();
});

it('leads to WeCom and back to the page, at the company that the entry named', () => {
  expect(signInAddress('/w/alerts/1')).toBe('/wecom/sign-in?to=%2Fw%2Falerts%2F1');
  history.replaceState(null, '', '/w?company=k1');
  rememberCompany();
  expect(signInAddress('/w?company=k1')).toBe('/wecom/sign-in/k1?to=%2Fw%3Fcompany%3Dk1');
  history.replaceState(null, '', '/');
});

it('does not go round and round with who cannot come in', () => {
  const leave = vi.fn();
  signIn('/w', leave);
  signIn('/w', leave);
  expect(leave.mock.calls.map(([address]) => address)).toEqual([
    '/wecom/sign-in?to=%2Fw',
    '/w/door?problem=wecom-sign-in-over',
  ]);
  arrived();
  signIn('/w', leave);
  expect(leave).toHaveBeenLastCalledWith('/wecom/sign-in?to=%2Fw');
});

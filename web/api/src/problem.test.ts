import { expect, it } from 'vitest';
import { Problem, problemOf } from './problem';

it('reads code, sentence, fields and facts from a problem document', () => {
  const response = new Response(null, { status: 429, headers: { 'Retry-After': '18' } });
  const problem = Problem.from(response, {
    type: '/problems/too-many-guesses',
    detail: '试得太多了。',
    requestId: 'r-1',
    reason: 'x',
    errors: [
      { pointer: '#/name', detail: '不能为空' },
      { pointer: '#/roles/0/a~1b', detail: '太长' },
    ],
  });
  expect(problem).toMatchObject({
    code: 'too-many-guesses',
    status: 429,
    detail: '试得太多了。',
    retryAfter: 18,
    requestId: 'r-1',
  });
  expect(problem.errors.map((error) => error.field)).toEqual(['name', 'roles.0.a/b']);
  expect(problem.facts.reason).toBe('x');
});

it('makes a problem of everything else that can be thrown', () => {
  expect(problemOf(new TypeError('Failed to fetch')).code).toBe('offline');
  expect(problemOf(new Error('bug')).code).toBe('unexpected');
  expect(Problem.from(new Response(null, { status: 502 }), '<html>').code).toBe('server-error');
});

export { api, ask, onSignedOut, randomId, speak } from './client';
export { connectLive } from './live/connect';
export type { LiveMessage } from './live/hub';
export { type Pages, usePages, whole } from './pages';
export { type FieldError, Problem, problemOf } from './problem';
export { createQueries, enter, HOUSE, homeOf, sessionQuery, useChoosePlace, useMay, useSession } from './session';
export type * from './types';

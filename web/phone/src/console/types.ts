export interface Company {
  id: string;
  name: string;
  members: number;
  customers: number;
  apps: AppState[];
}

export interface AppState {
  agent: number;
  name: string;
  kind: string;
  secret: string;
  enabled: boolean;
  domain: string;
  home: string;
  sidebar: string;
  callback: { url: string; token: string; aesKey: string } | null;
  /** How the last deliveries went. */
  sent: number;
  waiting: number;
  failed: number;
}

export interface Delivery {
  id: string;
  at: string;
  app: string;
  event: string;
  state: 'GOOD' | 'BAD' | 'WAITING';
  tries: { at: string; millis: number; answer: string }[];
  body: string;
}

export interface ApiCall {
  id: string;
  at: string;
  app: string;
  path: string;
  code: number;
  message: string;
  millis: number;
}

export interface FaultSet {
  seed: number;
  slowMillis: number;
  lateMillis: number;
  path: string;
  rates: Record<string, number>;
  kinds: string[];
}

export interface WorldState {
  saved: { name: string; at: string; bytes: number }[];
  counts: Record<string, number>;
  /** What the world can be begun anew with. */
  seeds: string[];
}

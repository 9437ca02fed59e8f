/** One field that needs another look. */
export interface FieldError {
  /** The field's name, taken from the JSON pointer of the problem document. */
  field: string;
  detail: string;
}

interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  requestId?: string;
  errors?: { pointer: string; detail: string }[];
  [fact: string]: unknown;
}

/** A refusal as the server worded it (RFC 9457), or what the browser knows when no server answered. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly errors: FieldError[];
  readonly facts: Record<string, unknown>;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | null;

  constructor(status: number, document: ProblemDocument, retryAfter: number | null = null) {
    super(document.detail ?? document.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = codeOf(document.type, status);
    this.detail = document.detail ?? null;
    this.requestId = document.requestId ?? null;
    this.errors = (document.errors ?? []).map((error) => ({ field: fieldOf(error.pointer), detail: error.detail }));
    this.facts = document;
    this.retryAfter = retryAfter;
  }

  /** Nobody answered: the network is down or the server is restarting. */
  static offline(): Problem {
    return new Problem(0, { type: '/problems/offline' });
  }

  static from(response: Response, body: unknown): Problem {
    const seconds = Number(response.headers.get('Retry-After'));
    const document = typeof body === 'object' && body !== null ? (body as ProblemDocument) : {};
    return new Problem(response.status, document, Number.isFinite(seconds) && seconds > 0 ? seconds : null);
  }
}

/** Takes anything thrown; whatever is not a problem document becomes one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  return error instanceof TypeError ? Problem.offline() : new Problem(-1, { type: '/problems/unexpected' });
}

function codeOf(type: string | undefined, status: number): string {
  const code = type?.split('/').pop();
  if (code && code !== 'about:blank') {
    return code;
  }
  return status >= 500 ? 'server-error' : 'unexpected';
}

/** `#/name` and `#/roles/0/name` name the fields `name` and `roles.0.name`. */
function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

import type { Session } from '@tilth/api';

/** The deeds that the server notes; each has a short name and a sentence in both languages. */
export const KNOWN_ACTIONS = [
  'session.opened',
  'sign-in.locked',
  'profile.changed',
  'password.changed',
  'totp.turned-on',
  'totp.turned-off',
  'account.opened',
  'account.changed',
  'account.frozen',
  'account.unfrozen',
  'account.removed',
  'account.tied',
  'account.untied',
  'account.reset-link-made',
  'account.password-reset',
  'invitation.made',
  'invitation.revoked',
  'role.created',
  'role.changed',
  'role.removed',
  'role-rule.changed',
  'inheritance.started',
  'material.created',
  'material.deleted',
  'material.published',
  'material.approved',
  'material.submitted',
  'material.returned',
  'material.withdrawn',
  'material.taken-down',
  'material.restored',
  'material-review.changed',
  'wecom-company.created',
  'wecom-company.changed',
  'wecom-company.callback-issued',
  'wecom-company.step-declared',
  'wecom-company.domain-file-set',
  'wecom-company.domain-file-removed',
  'wecom-company.connected',
  'wecom-company.closed',
  'wecom-company.install-begun',
  'api-key.created',
  'api-key.revoked',
  'audit.exported',
  'member.changed',
  'member.duty-changed',
  'member.rest-changed',
  'alert.reassigned',
  'alert-setting.changed',
  'score.weighed',
  'stage.changed',
  'shop.opened',
  'shop.changed',
  'shop.closed',
  'reach-setting.changed',
  'complaint.settled',
  'default-welcome.changed',
  'channel.opened',
  'channel.changed',
  'channel.closed',
  'channel-code.opened',
  'channel-code.changed',
  'channel-code.retired',
  'code-plan.opened',
  'code-plan.changed',
  'code-plan.closed',
  'code-plan.applied',
  'code-plan.undone',
  'code-plan.retried',
  'print-pack.ordered',
  'print-pack.fetched',
  'sync.requested',
  'callback.retried',
  'callback.all-retried',
  'callback.replayed',
  'company.changed',
  'export.requested',
  'export.fetched',
  'support.asked',
  'support.allowed',
  'support.refused',
  'support.entered',
  'support.ended',
  'tenant.visited',
  'tenant.opened',
  'tenant.changed',
  'tenant.extended',
  'tenant.suspended',
  'tenant.resumed',
  'tenant.closing',
  'tenant.kept',
  'tenant.erased',
] as const;

/** What happens in the register of companies is noted at the operator's, the rest in the company itself. */
const ELSEWHERE: Record<Session['place']['kind'], readonly string[]> = {
  HOUSE: ['company.changed', 'export.requested', 'export.fetched', 'support.asked', 'support.entered'],
  COMPANY: [
    'tenant.opened',
    'tenant.changed',
    'tenant.extended',
    'tenant.suspended',
    'tenant.resumed',
    'tenant.erased',
  ],
};

/** What a trail can be filtered by: single deeds, each group headed by itself as a whole. */
export function filtersOf(place: Session['place']['kind']): { action: string; whole: boolean }[] {
  const deeds = KNOWN_ACTIONS.filter((action) => !ELSEWHERE[place].includes(action));
  const sizes = new Map<string, number>();
  for (const deed of deeds) {
    sizes.set(groupOf(deed), (sizes.get(groupOf(deed)) ?? 0) + 1);
  }
  return deeds.flatMap((action, index) => {
    const group = groupOf(action);
    const heads = (sizes.get(group) ?? 0) > 1 && groupOf(deeds[index - 1] ?? '') !== group;
    return heads
      ? [
          { action: group, whole: true },
          { action, whole: false },
        ]
      : [{ action, whole: false }];
  });
}

/** A deed's part of a key of texts, where points and hyphens mean something else. */
export function textKey(action: string): string {
  return action.replaceAll(/[.-]/g, '_');
}

function groupOf(action: string): string {
  return action.split('.')[0] ?? '';
}

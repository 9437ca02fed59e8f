import { api, ask, type Customer } from '@tilth/api';

export const CHIPS = ['READ_TODAY', 'HIGH', 'TODO', 'NEW_7D', 'FADING'] as const;
export type Chip = (typeof CHIPS)[number];

/** As a guide knows them: the name they gave, else the one in WeChat. */
export function called(customer: Customer): string {
  return customer.followers.find(({ remark }) => remark)?.remark ?? customer.name;
}

export const fetchCustomers =
  ({ q, chip }: { q: string; chip: Chip | null }) =>
  (cursor: string | undefined) =>
    ask(
      api.GET('/api/v1/customers', {
        params: { query: { ...(q && { q }), ...(chip && { chip }), ...(cursor && { cursor }) } },
      }),
    );

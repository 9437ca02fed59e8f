import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const shopDayQuery = (shop: string | null) =>
  queryOptions({
    queryKey: ['shop-days', shop],
    queryFn: () => ask(api.GET('/api/v1/shop-days', { params: { query: shop ? { shop } : {} } })),
  });

export type ShopDay = Awaited<ReturnType<NonNullable<ReturnType<typeof shopDayQuery>['queryFn']>>>;
export type ShopAlert = ShopDay['unhandledAlerts'][number];
export type HotCustomer = ShopDay['untouchedHot'][number];
export type Guide = ShopDay['guides'][number];

/** The list of the day of a colleague. */
export const guideCardsQuery = (member: string) =>
  queryOptions({
    queryKey: ['today', 'of', member],
    queryFn: () => ask(api.GET('/api/v1/today', { params: { query: { member } } })),
  });

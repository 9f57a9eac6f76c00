import { gateway } from '@/lib/gateway';

export type Funnel = {
  started: number;
  filled: number;
  ordered: number;
  confirmed: number;
  delivered: number;
};
/** There is no row of a day on which nobody came. */
const nobody: Funnel = { started: 0, filled: 0, ordered: 0, confirmed: 0, delivered: 0 };
export type Day = { day: string; received: number; sentByBot: number; sentByPeople: number };

const minute = 60_000;
const options = { staleTime: minute, refetchInterval: minute };

/** The last two weeks, in days of the store's zone. */
export function useDays() {
  const { data, ...state } = gateway.useQuery(
    'get',
    '/api/v1/numbers/{name}',
    { params: { path: { name: 'daily' }, query: { from: daysAgo(13) } } },
    options,
  );
  return { ...state, today: data?.to, rows: data?.rows as Day[] | undefined };
}

/** What came of the customers of this day. */
export function useToday() {
  const { today, ...days } = useDays();
  const funnel = gateway.useQuery(
    'get',
    '/api/v1/numbers/{name}',
    { params: { path: { name: 'funnel' }, query: { from: today, to: today } } },
    { ...options, enabled: today !== undefined },
  );
  const state = days.error ? days : funnel;
  return {
    isPending: state.isPending,
    error: state.error,
    refetch: state.refetch,
    numbers: funnel.data && ((funnel.data.rows[0] as Funnel | undefined) ?? nobody),
  };
}

function daysAgo(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() - days);
  return new Intl.DateTimeFormat('en-CA').format(date);
}

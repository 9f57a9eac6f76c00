import { gateway } from '@/lib/gateway';

/** Customers of the last 30 days at a step: how many got its question, and how many wrote nothing any more. */
export type DropOut = { asked: number; dropped: number };

type Row = DropOut & { flow: string; step: string };

const days = 30;
const day = 86_400_000;
const fiveMinutes = 300_000;

/** The report takes the gateway a while, so it is made only for who wants to see it. */
export function useDropOuts(flow: string, wanted: boolean) {
  const report = gateway.useQuery(
    'get',
    '/api/v1/numbers/{name}',
    { params: { path: { name: 'drop-off' }, query: { from: daysAgo(days - 1) } } },
    { enabled: wanted, staleTime: fiveMinutes, retry: false },
  );
  const rows = (report.data?.rows ?? []) as Row[];
  const byStep = new Map<string, DropOut>();
  for (const row of wanted ? rows : []) {
    if (row.flow !== flow) continue;
    const before = byStep.get(row.step);
    // Each version has rows of its own.
    byStep.set(row.step, {
      asked: row.asked + (before?.asked ?? 0),
      dropped: row.dropped + (before?.dropped ?? 0),
    });
  }
  return { byStep, isFetching: report.isFetching && wanted, error: wanted ? report.error : null };
}

function daysAgo(count: number): string {
  return new Intl.DateTimeFormat('en-CA').format(new Date(Date.now() - count * day));
}

/** What stands in the address of the list of orders. */
export type OrderSearch = {
  view?: string;
  q?: string;
  status?: string;
  payment?: string;
  source?: string;
  assignee?: string;
  only?: string;
  from?: string;
  to?: string;
};

/** Stands in the address for nobody; names of people have no dash alone. */
export const nobody = '-';

const known = ['view', 'q', 'status', 'payment', 'source', 'assignee', 'only', 'from', 'to'] as const;

export function orderSearch(search: Record<string, unknown>): OrderSearch {
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** Whether it leaves anything out. */
export function isFiltered(search: OrderSearch): boolean {
  return known.some((name) => name !== 'view' && search[name] !== undefined);
}

/** As the gateway is asked for it; days are those of whoever looks. */
export function orderQuery(search: OrderSearch) {
  return {
    q: search.q,
    status: search.status,
    payment: search.payment,
    source: search.source,
    assignee: search.assignee === nobody ? '' : search.assignee,
    flagged: search.only === 'flagged' ? true : undefined,
    unopened: search.only === 'unopened' ? true : undefined,
    from: startOf(search.from, 0),
    to: startOf(search.to, 1),
    limit: 50,
  };
}

function startOf(day: string | undefined, later: number): string | undefined {
  if (day === undefined) return undefined;
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + later);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

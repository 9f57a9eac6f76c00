import { gateway } from '@/lib/gateway';

const quarterMinute = 15_000;
const minute = 60_000;

/** Whether the ERP serves customers; `held`: operations that are held back because it does not answer. */
export function useErp() {
  const circuits = gateway.useQuery('get', '/api/erp/circuits', {}, { refetchInterval: quarterMinute });
  const connection = gateway.useQuery(
    'get',
    '/api/erp/connection',
    {},
    { refetchInterval: minute, retry: false },
  );
  const live = connection.data?.live;
  const held = circuits.data?.filter(({ state }) => state !== 'closed');
  return { circuits, live, held };
}

/** What the last check of the way to WhatsApp has found wrong; undefined: it is not known. */
export function useWhatsApp() {
  const check = gateway.useQuery('get', '/api/v1/whatsapp/check', {}, { refetchInterval: minute });
  const wrong = check.data?.lines.filter(({ state }) => state === 'warning' || state === 'error');
  return { check, wrong };
}

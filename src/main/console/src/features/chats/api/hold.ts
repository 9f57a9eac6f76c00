import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { servicesOf } from './chats';

type Service = Pick<Schemas['ServiceView'], 'id' | 'state' | 'readyAt' | 'expiresAt' | 'closedAt'>;

const end = ({ closedAt, expiresAt, readyAt }: Service) => Date.parse(closedAt ?? expiresAt ?? readyAt);

/** The service whose end keeps people from writing, as the gateway sees it: the last one that ended, where none runs or waits. */
export function heldBy<S extends Service>(services: S[]): S | null {
  if (services.some(({ state }) => state === 'ready' || state === 'active')) return null;
  const last = services.toSorted((one, other) => end(other) - end(one))[0];
  return last?.state === 'expired' ? last : null;
}

/** The same for a chat; while its customer has paid time that may end, it is asked again. */
export function useHold(contactId: number): Schemas['ServiceView'] | null {
  const may = useMay();
  const services = gateway.useQuery('get', '/api/v1/services', servicesOf(contactId), {
    enabled: may('SERVICES_READ'),
    refetchInterval: ({ state: { data } }) =>
      data?.services.some(({ state }) => state !== 'closed') ? 10_000 : false,
  });
  return heldBy(services.data?.services ?? []);
}

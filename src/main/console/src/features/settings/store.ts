import type { Schemas } from '@/lib/gateway';

type View = Schemas['StoreView'];

export const confirmations = ['cod', 'payment', 'staff'] as const;
export type Confirmation = (typeof confirmations)[number];
export const ways = ['delivery', 'pickup', 'both'] as const;
export type Way = (typeof ways)[number];

/** As the form has it: what is empty is not set. */
export type StoreValues = {
  name: string;
  way: Way;
  pickupAddress: string;
  confirmed: Confirmation;
  /** Empty: stock is only looked at. */
  reserveMinutes: number | string;
  catalogId: string;
  country: string;
  zone: string;
};

export function valuesOf({ store }: View): StoreValues {
  return {
    name: store.name ?? '',
    way: store.modes.length > 1 ? 'both' : store.modes[0] === 'pickup' ? 'pickup' : 'delivery',
    pickupAddress: store.pickupAddress ?? '',
    confirmed: confirmations.find((known) => known === store.confirmed) ?? 'cod',
    reserveMinutes: store.reserveMinutes ?? '',
    catalogId: store.catalogId ?? '',
    country: store.country ?? '',
    zone: store.zone,
  };
}

export function documentOf(values: StoreValues): Schemas['StoreDocument'] {
  return {
    name: values.name,
    modes: values.way === 'both' ? ['delivery', 'pickup'] : [values.way],
    pickupAddress: values.pickupAddress,
    confirmed: values.confirmed,
    reserveMinutes: values.reserveMinutes === '' ? undefined : Number(values.reserveMinutes),
    catalogId: values.catalogId,
    country: values.country,
    zone: values.zone,
  };
}

/** All that the browser knows, and the one that is set. */
export function zones(current: string): string[] {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])].filter((zone) => zone !== '');
}

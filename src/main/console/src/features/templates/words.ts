import { useTranslation } from 'react-i18next';

export const statuses = [
  'DRAFT',
  'NOT_SUBMITTED',
  'PENDING',
  'APPROVED',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'FLAGGED',
  'IN_APPEAL',
  'LIMIT_EXCEEDED',
  'LOCKED',
  'ARCHIVED',
  'PENDING_DELETION',
] as const;
export type Status = (typeof statuses)[number];

export const categories = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;
const qualities = ['GREEN', 'YELLOW', 'RED'] as const;

export const events = [
  'order.received',
  'order.pending',
  'order.confirmed',
  'order.preparing',
  'order.shipped',
  'order.ready',
  'order.delivered',
  'order.cancelled',
  'order.feedback',
  'order.cod_confirm',
  'order.cod_reminder',
  'service.renew',
] as const;

const variables = [
  'order.number',
  'order.total',
  'order.status',
  'order.tracking_url',
  'service.name',
  'service.minutes',
  'customer.name',
  'store.name',
  'store.pickup_address',
] as const;

/** Keys with a dot would be looked for as keys in keys. */
const flat = <T extends string>(key: T) =>
  key.replace('.', '_') as T extends `${infer A}.${infer B}` ? `${A}_${B}` : T;

/** Meta's and the gateway's words in those of people; what came later stays as it is. */
export function useWords() {
  const { t } = useTranslation('templates');
  return {
    status: (code: string) => {
      const status = statuses.find((one) => one === code);
      return status ? t(`status.${status}`) : code;
    },
    next: (code: string) => {
      const status = statuses.find((one) => one === code);
      return status ? t(`next.${status}`) : '';
    },
    category: (code: string) => {
      const category = categories.find((one) => one === code);
      return category ? t(`category.${category}`) : code;
    },
    quality: (code: string | undefined | null) => {
      const quality = qualities.find((one) => one === code);
      return quality ? t(`quality.${quality}`) : t('quality.none');
    },
    event: (key: string) => {
      const event = events.find((one) => one === key);
      return event ? t(`events.${flat(event)}`) : key;
    },
    variable: (key: string) => {
      const variable = variables.find((one) => one === key);
      return variable ? t(`variables.${flat(variable)}`) : key;
    },
  };
}

export const colours: Record<string, string> = {
  APPROVED: 'teal',
  PENDING: 'blue',
  IN_APPEAL: 'blue',
  REJECTED: 'red',
  PAUSED: 'orange',
  DISABLED: 'red',
  FLAGGED: 'orange',
  LIMIT_EXCEEDED: 'orange',
  LOCKED: 'orange',
};

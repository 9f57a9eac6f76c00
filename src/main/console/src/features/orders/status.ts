/** As in the gateway, in the order of a life. */
export const statuses = [
  'received',
  'pending',
  'confirmed',
  'preparing',
  'ready',
  'shipped',
  'delivered',
  'cancelled',
] as const;
export type Status = (typeof statuses)[number];

export const payments = ['unpaid', 'requested', 'paid', 'failed', 'refunded'] as const;
export type Payment = (typeof payments)[number];

export const sources = ['whatsapp', 'website', 'api'] as const;
export type Source = (typeof sources)[number];

export const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text);
export const isPayment = (text: string): text is Payment => (payments as readonly string[]).includes(text);
export const isSource = (text: string): text is Source => (sources as readonly string[]).includes(text);

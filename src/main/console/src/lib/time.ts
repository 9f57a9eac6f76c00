import { currentLanguage, i18n } from './i18n';

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions, at: string | Date): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const key = `${currentLanguage().code} ${name}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(currentLanguage().code, options);
  formatters.set(key, formatter);
  return formatter.format(date);
}

export const clockTime = (at: string) => format('clock', clock, at);
export const clockTimeWithSeconds = (at: string) => format('seconds', { ...clock, second: '2-digit' }, at);
export const exactTime = (at: string) => format('exact', { dateStyle: 'full', timeStyle: 'long' }, at);
export const shortDate = (at: string) => format('short', { day: 'numeric', month: 'short' }, at);
export const longDate = (at: string | Date) => format('day', { dateStyle: 'long' }, at);

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "5 minutes ago", "in 2 hours"; within a minute of now it is now. */
export function relativeTime(at: string, now = Date.now()): string {
  const words = new Intl.RelativeTimeFormat(currentLanguage().code, { numeric: 'auto', style: 'short' });
  const difference = new Date(at).getTime() - now;
  const [unit, millis] = units.find(([, size]) => Math.abs(difference) >= size) ?? ['second', 1_000];
  return words.format(unit === 'second' ? 0 : Math.round(difference / millis), unit);
}

export function dayName(at: string, now = new Date()): string {
  const name = longDate(at);
  return name === longDate(now) ? i18n.t('today') : name;
}

import { currentLanguage } from '@/lib/i18n';

export const count = (value: number): string => new Intl.NumberFormat(currentLanguage().code).format(value);

/** Orders of customers who began yesterday may make it more than all. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  return new Intl.NumberFormat(currentLanguage().code, { style: 'percent' }).format(part / whole);
}

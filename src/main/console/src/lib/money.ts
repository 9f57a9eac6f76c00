import { currentLanguage } from './i18n';

/**
 * An amount as the ERP says it, grouped as people write it here; its digits are never counted with. What has decimals has at least
 * those of its currency: 322.5 of a number in JSON are KES 322.50.
 */
export function money(amount: string, currency: string): string {
  const given = /\.(\d+)$/.exec(amount)?.[1]?.length ?? 0;
  const decimals = given === 0 ? 0 : Math.max(given, decimalsOf(currency));
  const number = new Intl.NumberFormat(currentLanguage().code, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${currency} ${number.format(amount as Intl.StringNumericLiteral)}`;
}

function decimalsOf(currency: string): number {
  // Whatever the ERP calls its currency, where it is none that is known.
  if (!/^[A-Z]{3}$/.test(currency)) return 0;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().minimumFractionDigits ?? 0;
}

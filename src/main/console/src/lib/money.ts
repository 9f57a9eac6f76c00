import { currentLanguage } from './i18n';

/** An amount as the ERP says it, grouped as people write it here; its digits are never counted with. */
export function money(amount: string, currency: string): string {
  const decimals = /\.(\d+)$/.exec(amount)?.[1]?.length ?? 0;
  const number = new Intl.NumberFormat(currentLanguage().code, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${currency} ${number.format(amount as Intl.StringNumericLiteral)}`;
}

import { money } from '@/lib/money';

/** An amount of the ERP with all the decimals of its currency, which JSON numbers drop; empty where there is none. */
export function amountText(amount: number | null | undefined, currency: string | null | undefined): string {
  if (amount == null || currency == null) return '';
  const own = String(amount).split('.')[1]?.length ?? 0;
  return money(amount.toFixed(Math.max(own, decimals(currency))), currency);
}

function decimals(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions();
    return maximumFractionDigits ?? 2;
  } catch {
    return 2; // no currency that Intl knows of
  }
}

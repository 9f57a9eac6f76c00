import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/gateway';

/** By which ERP customers are served, and what is to be done next. */
export function useErpSentence(): (erp: Schemas['ErpStanding'], unneeded: boolean) => string {
  const { t, i18n } = useTranslation('guide');
  const list = new Intl.ListFormat(i18n.language);
  return ({ served, next, operations }, unneeded) => {
    if (unneeded) return t('erp.unneeded');
    if (next === 'NOTHING') return t('erp.done');
    if (next === 'RESUME' || served === 'BROKEN') return t(`erp.served.${served}`);
    const todo = t(`erp.next.${next}`, { operations: list.format(operations) });
    return `${t(`erp.served.${served}`)} ${todo}`;
  };
}

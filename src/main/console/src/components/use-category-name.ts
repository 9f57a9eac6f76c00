import { useTranslation } from 'react-i18next';

const known = [
  'unknown',
  'pending',
  'unpaid',
  'unassigned-orders',
  'unassigned-chats',
  'unanswered',
  'held',
  'held-news',
  'failed-messages',
  'dead-letters',
  'templates',
  'stale',
  'flagged',
  'open-carts',
] as const;

/** What a category is called; one that came later by its own name. */
export function useCategoryName(): (category: string) => string {
  const { t } = useTranslation('attention');
  return (category) => {
    const name = known.find((one) => one === category);
    return name ? t(`category.${name}`) : category;
  };
}

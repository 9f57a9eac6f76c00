import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const shown = 2;

type ItemsTextProps = { items: { name: string; qty: number }[] | null | undefined };

/** What is in an order or a cart, in one line. */
export function ItemsText({ items }: ItemsTextProps) {
  const { t } = useTranslation('orders');
  if (items == null)
    return (
      <Text size="sm" c="dimmed">
        {t('items.elsewhere')}
      </Text>
    );
  const words = items.slice(0, shown).map(({ name, qty }) => t('items.line', { count: qty, name }));
  if (items.length > shown) words.push(t('items.more', { number: items.length - shown }));
  return (
    <Text size="sm" title={items.map(({ name, qty }) => t('items.line', { count: qty, name })).join('\n')}>
      {words.join(', ')}
    </Text>
  );
}

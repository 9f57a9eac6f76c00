import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictAlert } from '@/components/ConflictAlert';
import type { Band } from '../bands';

type ConflictProps = { theirs: Band[]; onMine: () => void; onTheirs: () => void };

/** Somebody else has saved the table meanwhile: it is shown beside what stands in the inputs, and nothing is lost. */
export function Conflict({ theirs, onMine, onTheirs }: ConflictProps) {
  const { t } = useTranslation('delivery');
  return (
    <ConflictAlert
      title={t('conflict.title')}
      keepMine={t('conflict.keepMine')}
      takeTheirs={t('conflict.takeTheirs')}
      onMine={onMine}
      onTheirs={onTheirs}
    >
      <Text size="sm">{t('conflict.theirs')}</Text>
      {theirs.map(({ min, max, charge }) => (
        <Text size="sm" key={min}>
          {max == null ? t('conflict.from', { min, charge }) : t('conflict.row', { min, max, charge })}
        </Text>
      ))}
    </ConflictAlert>
  );
}

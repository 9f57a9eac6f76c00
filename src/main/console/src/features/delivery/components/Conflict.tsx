import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Band } from '../bands';

type ConflictProps = { theirs: Band[]; onMine: () => void; onTheirs: () => void };

/** Somebody else has saved the table meanwhile: it is shown beside what stands in the inputs, and nothing is lost. */
export function Conflict({ theirs, onMine, onTheirs }: ConflictProps) {
  const { t } = useTranslation('delivery');
  return (
    <Alert
      variant="outline"
      color="yellow"
      maw={860}
      icon={<Users aria-hidden />}
      title={t('conflict.title')}
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('conflict.theirs')}</Text>
        {theirs.map(({ min, max, charge }) => (
          <Text size="sm" key={min}>
            {max == null ? t('conflict.from', { min, charge }) : t('conflict.row', { min, max, charge })}
          </Text>
        ))}
        <Group gap="xs">
          <Button size="xs" onClick={onMine}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="xs" variant="default" onClick={onTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

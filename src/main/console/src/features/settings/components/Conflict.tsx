import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Settings.module.css';

export type Difference = { label: string; theirs: string; mine: string };

type ConflictProps = { differences: Difference[]; onMine: () => void; onTheirs: () => void };

/** Somebody else has saved meanwhile: both are shown, and nothing is lost. */
export function Conflict({ differences, onMine, onTheirs }: ConflictProps) {
  const { t } = useTranslation('settings');
  return (
    <Alert
      color="yellow"
      variant="outline"
      icon={<CircleAlert aria-hidden />}
      role="alert"
      title={t('conflict.title')}
    >
      <Stack gap="xs" align="flex-start">
        {differences.map(({ label, theirs, mine }) => (
          <div key={label}>
            <Text size="sm" fw={600}>
              {label}
            </Text>
            <Text size="sm" className={classes.conflict}>
              {t('conflict.theirs')}: {theirs || '–'}
            </Text>
            <Text size="sm" className={classes.conflict}>
              {t('conflict.mine')}: {mine || '–'}
            </Text>
          </div>
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

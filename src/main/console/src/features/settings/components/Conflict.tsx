import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConflictAlert } from '@/components/ConflictAlert';
import classes from './Settings.module.css';

export type Difference = { label: string; theirs: string; mine: string };

type ConflictProps = { differences: Difference[]; onMine: () => void; onTheirs: () => void };

/** Somebody else has saved meanwhile: both are shown, and nothing is lost. */
export function Conflict({ differences, onMine, onTheirs }: ConflictProps) {
  const { t } = useTranslation('settings');
  return (
    <ConflictAlert
      title={t('conflict.title')}
      keepMine={t('conflict.keepMine')}
      takeTheirs={t('conflict.takeTheirs')}
      onMine={onMine}
      onTheirs={onTheirs}
    >
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
    </ConflictAlert>
  );
}

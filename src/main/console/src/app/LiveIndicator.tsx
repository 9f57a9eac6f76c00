import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '@/lib/live-context';
import classes from './LiveIndicator.module.css';

/** Says whether changes arrive by themselves. Nothing ever waits for it. */
export function LiveIndicator() {
  const state = useLiveState();
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`live.${state}Text`)} multiline maw={260}>
      <div className={classes.indicator} role="status" data-state={state}>
        <span className={classes.dot} aria-hidden />
        <Text component="span" size="xs" className={classes.name}>
          {t(`live.${state}`)}
        </Text>
      </div>
    </Tooltip>
  );
}

import { Text, Tooltip } from '@mantine/core';
import { useLiveState } from '@/lib/live-context';
import type { LiveState } from '@/lib/live';
import classes from './LiveIndicator.module.css';

const words: Record<LiveState, { label: string; explanation: string }> = {
  connecting: { label: 'Connecting', explanation: 'Waiting for the live connection to the gateway.' },
  live: { label: 'Live', explanation: 'Changes appear by themselves.' },
  reconnecting: {
    label: 'Reconnecting',
    explanation: 'The live connection is cut. Everything still works; changes take a few seconds longer.',
  },
};

/** Says whether changes arrive by themselves. Nothing ever waits for it. */
export function LiveIndicator() {
  const state = useLiveState();
  const { label, explanation } = words[state];
  return (
    <Tooltip label={explanation} multiline maw={260}>
      <div className={classes.indicator} role="status" data-state={state}>
        <span className={classes.dot} aria-hidden />
        <Text component="span" size="xs">
          {label}
        </Text>
      </div>
    </Tooltip>
  );
}

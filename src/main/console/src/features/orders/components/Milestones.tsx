import { Text } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import type { Schemas } from '@/lib/gateway';
import type { Status } from '../status';
import classes from './Order.module.css';

type Step = Pick<Schemas['Step'], 'at' | 'kind' | 'after'>;

export type Milestone = { status: Status; reached: boolean; at: string | undefined };

const lives: Record<'delivery' | 'pickup', Status[]> = {
  delivery: ['received', 'confirmed', 'preparing', 'shipped', 'delivered'],
  pickup: ['received', 'confirmed', 'preparing', 'ready', 'delivered'],
};

/** From Received to Delivered, with when it came to each; what was skipped on the way has no time. */
export function milestones(status: string, timeline: Step[], pickup: boolean): Milestone[] {
  const reachedAt = new Map<string, string>();
  for (const { kind, after, at } of timeline)
    if ((kind === 'created' || kind === 'status') && after && !reachedAt.has(after)) reachedAt.set(after, at);
  const begun = timeline.find(({ kind }) => kind === 'created')?.at;
  const fetched = reachedAt.has('ready') || status === 'ready' || (pickup && !reachedAt.has('shipped'));
  const life = lives[fetched ? 'pickup' : 'delivery'];
  const isReached = (stone: Status) => stone === status || stone === 'received' || reachedAt.has(stone);
  const furthest = life.findLastIndex(isReached);
  const stones = life.map((stone, index) => ({
    status: stone,
    reached: index <= furthest,
    at: stone === 'received' ? (begun ?? reachedAt.get('pending')) : reachedAt.get(stone),
  }));
  if (status !== 'cancelled') return stones;
  return [
    ...stones.slice(0, furthest + 1),
    { status: 'cancelled', reached: true, at: reachedAt.get('cancelled') },
  ];
}

type MilestonesProps = { status: string; timeline: Step[]; pickup: boolean };

export function Milestones({ status, timeline, pickup }: MilestonesProps) {
  const { t } = useTranslation('orders');
  return (
    <ol className={classes.milestones} aria-label={t('milestones.label')}>
      {milestones(status, timeline, pickup).map((stone) => (
        <li
          key={stone.status}
          className={classes.milestone}
          data-reached={(stone.reached && stone.status !== 'cancelled') || undefined}
          data-stopped={stone.status === 'cancelled' || undefined}
          aria-current={stone.status === status ? 'step' : undefined}
        >
          <span className={classes.dot}>
            {stone.status === 'cancelled' ? (
              <X size={14} aria-hidden />
            ) : (
              stone.reached && <Check size={14} aria-hidden />
            )}
          </span>
          <Text size="sm" fw={stone.status === status ? 700 : 400}>
            {t(`status.${stone.status}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {stone.at ? (
              <RelativeTime at={stone.at} />
            ) : stone.reached ? (
              t('milestones.skipped')
            ) : (
              t('milestones.ahead')
            )}
          </Text>
        </li>
      ))}
    </ol>
  );
}

import { Badge, Stack, Text } from '@mantine/core';
import { Expandable } from '@/components/Expandable';
import { JsonBlock } from '@/components/JsonBlock';
import { Empty } from '@/components/States';
import { Time } from '@/components/Time';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import type { CallOutcome, ErpCall } from '../../api/conversation';
import classes from './Inspector.module.css';
import { useOpened } from './use-opened';

const outcomes: Record<CallOutcome, { label: string; color: string }> = {
  ok: { label: 'OK', color: 'teal' },
  empty: { label: 'Nothing found', color: 'gray' },
  refused: { label: 'Refused', color: 'orange' },
  down: { label: 'Not reachable', color: 'red' },
  unknown: { label: 'Uncertain', color: 'grape' },
};

/** Each request to the ERP for this customer, oldest first. */
export function CallsTab({ calls }: { calls: ErpCall[] }) {
  const { isOpen, toggle } = useOpened();
  const { box, onScroll } = useStickToEnd(calls.length);
  if (calls.length === 0) return <Empty>No request has gone to the ERP for this customer yet.</Empty>;
  return (
    <div ref={box} className={classes.scroll} onScroll={onScroll}>
      <div className={classes.entries}>
        {calls.map((call) => (
          <Expandable
            key={call.id}
            open={isOpen(call.id)}
            onToggle={() => toggle(call.id)}
            summary={<CallLine call={call} />}
          >
            <CallDetails call={call} />
          </Expandable>
        ))}
      </div>
    </div>
  );
}

function CallLine({ call }: { call: ErpCall }) {
  const outcome = outcomes[call.outcome] ?? { label: call.outcome, color: 'gray' };
  return (
    <>
      <span className={classes.line}>
        <Text component="span" size="sm" fw={600} className={classes.grow}>
          {call.operation}
        </Text>
        <Badge size="sm" variant="light" color={outcome.color} tt="none">
          {outcome.label}
        </Badge>
        <span className={classes.quiet}>{call.tookMillis} ms</span>
        <span className={classes.quiet}>
          <Time at={call.at} seconds />
        </span>
      </span>
      <span className={classes.url}>
        {call.method} {call.url}
      </span>
    </>
  );
}

function CallDetails({ call }: { call: ErpCall }) {
  return (
    <Stack gap="xs">
      {call.detail && <Text size="sm">{call.detail}</Text>}
      <Heading>Request</Heading>
      {isNothing(call.request) ? (
        <Nothing>No body</Nothing>
      ) : (
        <JsonBlock value={call.request} label="request" />
      )}
      <Heading>{call.status === null ? 'Answer' : `Answer, status ${call.status}`}</Heading>
      {isNothing(call.answer) ? (
        <Nothing>No answer body</Nothing>
      ) : (
        <JsonBlock value={call.answer} label="answer" />
      )}
    </Stack>
  );
}

const isNothing = (value: unknown) => value === null || value === undefined;

function Heading({ children }: { children: string }) {
  return (
    <Text size="xs" fw={600}>
      {children}
    </Text>
  );
}

function Nothing({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}

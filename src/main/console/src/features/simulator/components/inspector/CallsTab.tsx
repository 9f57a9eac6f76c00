import { Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Expandable } from '@/components/Expandable';
import { JsonBlock } from '@/components/JsonBlock';
import { Empty } from '@/components/States';
import { Time } from '@/components/Time';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import type { CallOutcome, ErpCall } from '../../api/conversation';
import classes from './Inspector.module.css';
import { useOpened } from './use-opened';

const colors: Record<CallOutcome, string> = {
  ok: 'teal',
  empty: 'gray',
  refused: 'orange',
  down: 'red',
  unknown: 'grape',
};

/** Each request to the ERP for this customer, oldest first. */
export function CallsTab({ calls }: { calls: ErpCall[] }) {
  const { t } = useTranslation('simulator');
  const { isOpen, toggle } = useOpened();
  const { box, onScroll } = useStickToEnd(calls.length);
  if (calls.length === 0) return <Empty>{t('calls.empty')}</Empty>;
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
  const { t } = useTranslation('simulator');
  return (
    <>
      <span className={classes.line}>
        <Text component="span" size="sm" fw={600} className={classes.grow}>
          {call.operation}
        </Text>
        <Badge size="sm" variant="light" color={colors[call.outcome]} tt="none">
          {t(`calls.outcomes.${call.outcome}`)}
        </Badge>
        <span className={classes.quiet}>{t('calls.took', { millis: call.tookMillis })}</span>
        <span className={classes.quiet}>
          <Time at={call.at} seconds />
        </span>
      </span>
      <span className={classes.url} dir="ltr">
        {call.method} {call.url}
      </span>
    </>
  );
}

function CallDetails({ call }: { call: ErpCall }) {
  const { t } = useTranslation('simulator');
  return (
    <Stack gap="xs">
      {call.detail && <Text size="sm">{call.detail}</Text>}
      <Heading>{t('calls.request')}</Heading>
      {isNothing(call.request) ? (
        <Nothing>{t('calls.noRequest')}</Nothing>
      ) : (
        <JsonBlock value={call.request} label={t('calls.requestJson')} />
      )}
      <Heading>
        {call.status === null ? t('calls.answer') : t('calls.answerStatus', { status: call.status })}
      </Heading>
      {isNothing(call.answer) ? (
        <Nothing>{t('calls.noAnswer')}</Nothing>
      ) : (
        <JsonBlock value={call.answer} label={t('calls.answerJson')} />
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

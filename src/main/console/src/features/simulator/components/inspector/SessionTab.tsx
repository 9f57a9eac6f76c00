import { Group, Stack, Text } from '@mantine/core';
import { JsonBlock } from '@/components/JsonBlock';
import { Empty } from '@/components/States';
import type { FlowSession } from '../../api/conversation';
import classes from './Inspector.module.css';

/** Where this customer stands in a flow, and what the flow remembers. */
export function SessionTab({ session }: { session: FlowSession | null }) {
  if (!session) return <Empty>No flow is running for this customer. A message starts one.</Empty>;
  return (
    <div className={classes.scroll}>
      <Stack gap="sm">
        <Group component="dl" gap="xl" m={0}>
          <Fact name="Flow" value={session.flow} />
          <Fact name="Step" value={session.step} />
        </Group>
        <Text size="sm" fw={600}>
          Variables
        </Text>
        <JsonBlock value={session.variables} label="variables" />
        <Text size="sm" fw={600}>
          Cart
        </Text>
        <JsonBlock value={session.cart} label="cart" />
      </Stack>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} fw={600}>
        {value}
      </Text>
    </div>
  );
}

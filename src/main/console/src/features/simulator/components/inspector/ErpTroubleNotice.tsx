import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { demoErpQuery, isTroubled, noTrouble, useSetErpTrouble, type DemoErp } from '../../api/demo-erp';

/** Nobody should wonder why the demo ERP fails: while it is made to, this line says so. */
export function ErpTroubleNotice() {
  const erp = useQuery(demoErpQuery);
  const save = useSetErpTrouble();
  if (!erp.data || !isTroubled(erp.data)) return null;
  return (
    <Alert color="orange" variant="outline" py={6} icon={<CircleAlert aria-hidden />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">Demo ERP: {describe(erp.data)}</Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={save.isPending}
          onClick={() => save.mutate(noTrouble)}
        >
          Turn off
        </Button>
      </Group>
      {save.error && <Text size="sm">{save.error.message}</Text>}
    </Alert>
  );
}

function describe(erp: DemoErp): string {
  const failure = erp.failures.find(({ value }) => value === erp.failure)?.label ?? erp.failure;
  const latency = erp.latencyMillis > 0 ? `${erp.latencyMillis} ms slower` : null;
  return [erp.failure === noTrouble.failure ? null : failure, latency].filter(Boolean).join(', ');
}

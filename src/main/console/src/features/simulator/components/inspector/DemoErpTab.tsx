import { Alert, Button, Group, NativeSelect, NumberInput, Skeleton, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { LoadError, Loading } from '@/components/States';
import { demoErpQuery, isTroubled, noTrouble, useSetErpTrouble, type DemoErp } from '../../api/demo-erp';
import classes from './Inspector.module.css';
import { WaitingPayments } from './WaitingPayments';

const longestLatency = 20_000;

/** Makes the demo ERP slow or broken, to see what the customer is told then, and pays for the customer. */
export function DemoErpTab() {
  const erp = useQuery(demoErpQuery);
  if (erp.data)
    return (
      <div className={classes.scroll}>
        <TroubleForm key={`${erp.data.failure} ${erp.data.latencyMillis}`} erp={erp.data} />
        <WaitingPayments />
      </div>
    );
  if (erp.isError)
    return (
      <LoadError
        what="The demo ERP does not say its state"
        error={erp.error}
        onRetry={() => void erp.refetch()}
      />
    );
  return (
    <Loading label="Loading the state of the demo ERP">
      <Stack maw={360}>
        <Skeleton h={56} />
        <Skeleton h={56} />
      </Stack>
    </Loading>
  );
}

function TroubleForm({ erp }: { erp: DemoErp }) {
  const save = useSetErpTrouble();
  const form = useForm({
    initialValues: { failure: erp.failure, latencyMillis: erp.latencyMillis as number | string },
    validate: {
      latencyMillis: (value) =>
        typeof value === 'number' && value >= 0 && value <= longestLatency
          ? null
          : `Enter a number from 0 to ${longestLatency}.`,
    },
  });
  const submit = form.onSubmit(({ failure, latencyMillis }) =>
    save.mutate({ failure, latencyMillis: Number(latencyMillis) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack maw={400} gap="md">
        <Text size="sm" c="dimmed">
          Every request of the gateway to the demo ERP gets this treatment until you set it back.
        </Text>
        {save.error && (
          <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
            {save.error.message}
          </Alert>
        )}
        <NativeSelect label="Failure" data={erp.failures} {...form.getInputProps('failure')} />
        <NumberInput
          label="Latency in milliseconds"
          description={`From 0 to ${longestLatency}`}
          min={0}
          max={longestLatency}
          step={500}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps('latencyMillis')}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            Apply
          </Button>
          {isTroubled(erp) && (
            <Button variant="default" disabled={save.isPending} onClick={() => save.mutate(noTrouble)}>
              Back to normal
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

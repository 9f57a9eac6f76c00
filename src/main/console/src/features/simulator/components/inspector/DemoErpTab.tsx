import { Alert, Button, Group, NativeSelect, NumberInput, Skeleton, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { demoErpQuery, isTroubled, noTrouble, useSetErpTrouble, type DemoErp } from '../../api/demo-erp';
import classes from './Inspector.module.css';
import { useFailureName } from './use-failure-name';
import { WaitingPayments } from './WaitingPayments';

const longestLatency = 20_000;

/** Makes the demo ERP slow or broken, to see what the customer is told then, and pays for the customer. */
export function DemoErpTab() {
  const { t } = useTranslation('simulator');
  const erp = useQuery(demoErpQuery);
  if (erp.data)
    return (
      <div className={classes.scroll}>
        <TroubleForm key={`${erp.data.failure} ${erp.data.latencyMillis}`} erp={erp.data} />
        <WaitingPayments />
      </div>
    );
  if (erp.isError)
    return <LoadError what={t('erp.failed')} error={erp.error} onRetry={() => void erp.refetch()} />;
  return (
    <Loading label={t('erp.loading')}>
      <Stack maw={360}>
        <Skeleton h={56} />
        <Skeleton h={56} />
      </Stack>
    </Loading>
  );
}

function TroubleForm({ erp }: { erp: DemoErp }) {
  const { t } = useTranslation('simulator');
  const nameOf = useFailureName();
  const save = useSetErpTrouble();
  const form = useForm({
    initialValues: { failure: erp.failure, latencyMillis: erp.latencyMillis as number | string },
    validate: {
      latencyMillis: (value) =>
        typeof value === 'number' && value >= 0 && value <= longestLatency
          ? null
          : t('erp.latencyWrong', { most: longestLatency }),
    },
  });
  const submit = form.onSubmit(({ failure, latencyMillis }) =>
    save.mutate({ failure, latencyMillis: Number(latencyMillis) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack maw={400} gap="md">
        <Text size="sm" c="dimmed">
          {t('erp.text')}
        </Text>
        {save.error && (
          <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
            {save.error.message}
          </Alert>
        )}
        <NativeSelect
          label={t('erp.failure')}
          data={erp.failures.map((failure) => ({ value: failure.value, label: nameOf(failure) }))}
          {...form.getInputProps('failure')}
        />
        <NumberInput
          label={t('erp.latency')}
          description={t('erp.latencyText', { most: longestLatency })}
          min={0}
          max={longestLatency}
          step={500}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps('latencyMillis')}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('erp.apply')}
          </Button>
          {isTroubled(erp) && (
            <Button variant="default" disabled={save.isPending} onClick={() => save.mutate(noTrouble)}>
              {t('erp.normal')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

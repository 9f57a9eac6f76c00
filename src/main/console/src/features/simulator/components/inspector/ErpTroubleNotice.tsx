import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/lib/session';
import { demoErpQuery, isTroubled, noTrouble, useSetErpTrouble, type DemoErp } from '../../api/demo-erp';
import { useFailureName } from './use-failure-name';

/** Nobody should wonder why the demo ERP fails: while it is made to, this line says so. */
export function ErpTroubleNotice() {
  const { t } = useTranslation('simulator');
  const may = useMay();
  const describe = useDescription();
  const erp = useQuery({ ...demoErpQuery, enabled: may('ERP_READ') });
  const save = useSetErpTrouble();
  if (!erp.data || !isTroubled(erp.data)) return null;
  return (
    <Alert color="orange" variant="outline" py={6} icon={<CircleAlert aria-hidden />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('erp.trouble', { what: describe(erp.data) })}</Text>
        {may('ERP_EDIT') && (
          <Button
            size="compact-sm"
            variant="default"
            loading={save.isPending}
            onClick={() => save.mutate(noTrouble)}
          >
            {t('erp.off')}
          </Button>
        )}
      </Group>
      {save.error && <Text size="sm">{save.error.message}</Text>}
    </Alert>
  );
}

function useDescription(): (erp: DemoErp) => string {
  const { t } = useTranslation('simulator');
  const nameOf = useFailureName();
  return (erp) => {
    const found = erp.failures.find(({ value }) => value === erp.failure);
    const failure = found ? nameOf(found) : erp.failure;
    const slower = t('erp.slower', { millis: erp.latencyMillis });
    if (erp.failure === noTrouble.failure) return slower;
    return erp.latencyMillis > 0 ? t('erp.both', { failure, slower }) : failure;
  };
}

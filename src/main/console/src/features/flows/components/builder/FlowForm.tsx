import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { schema } from '../../model/schema';
import { Properties } from '../form/groups';
import { useForm } from '../form/form-context';

/** What belongs to the flow as a whole. */
export function FlowForm() {
  const { t } = useTranslation('flows');
  const { flow } = useForm();
  return (
    <Stack gap="sm" p="sm">
      <Title order={2} size="h5">
        {t('builder.flow')}
      </Title>
      <Properties schema={schema} path={[]} value={flow.value} without={['steps']} />
    </Stack>
  );
}

import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BackToList } from '@/components/MasterDetail';
import { RelativeTime } from '@/components/Time';
import type { Schemas } from '@/lib/gateway';

/** A product that the ERP does not list any more. */
export function GoneDetail({ gone, onBack }: { gone: Schemas['GoneProduct']; onBack: () => void }) {
  const { t } = useTranslation('catalog');
  return (
    <Stack p="md" gap="xs" align="flex-start">
      <BackToList onClick={onBack}>{t('back')}</BackToList>
      <Title order={2} size="h4" dir="auto">
        {gone.name}
      </Title>
      <Text size="sm" c="dimmed" dir="ltr">
        {gone.externalProductId}
      </Text>
      <Text size="sm">
        {t('goneSince')} <RelativeTime at={gone.since} />
      </Text>
      <Text size="sm" c="dimmed">
        {t('goneText')}
      </Text>
    </Stack>
  );
}

import { Box, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What the form beside the cards is. */
export function FormIntro() {
  const { t } = useTranslation('flows');
  return (
    <Box px="sm" pt="sm">
      <Title order={2} size="h6">
        {t('builder.step')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('builder.stepText')}
      </Text>
    </Box>
  );
}

import { Anchor, Center, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Center component="main" id="main" tabIndex={-1} p="xl" mih="60dvh">
      <Stack align="center">
        <Title order={1} size="h3">
          {t('notFound.title')}
        </Title>
        <Text>{t('notFound.text')}</Text>
        <Anchor component={Link} to="/" underline="always">
          {t('notFound.action')}
        </Anchor>
      </Stack>
    </Center>
  );
}

import { Box } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadError } from '@/components/States';

/** A fault in the console itself, or a page that could not be loaded after an update of the gateway. */
export function PageError({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Box maw={560} mx="auto" p="md">
      <LoadError
        what={t('noPage')}
        error={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => window.location.reload()}
      />
    </Box>
  );
}

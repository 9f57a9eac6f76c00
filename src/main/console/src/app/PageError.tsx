import { Box } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { LoadError } from '@/components/States';

/** A fault in the console itself, or a page that could not be loaded after an update of the gateway. */
export function PageError({ error }: ErrorComponentProps) {
  return (
    <Box maw={560} mx="auto" p="md">
      <LoadError
        what="This page could not be shown"
        error={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => window.location.reload()}
      />
    </Box>
  );
}

import { Center, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** The one card of the pages shown before anyone is signed in. */
export function AccessCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Center component="main" mih="calc(100dvh - 56px)" p="md" id="main" tabIndex={-1}>
      <Paper withBorder shadow="sm" p="xl" w="100%" maw={420}>
        <Stack>
          <Title order={1} size="h3">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}

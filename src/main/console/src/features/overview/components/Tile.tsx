import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One question of the overview, and its answer. */
export function Tile({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} h="100%">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

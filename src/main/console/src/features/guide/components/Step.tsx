import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/gateway';

type StepProps = {
  number: number;
  title: string;
  step: Schemas['GuideStep'] | undefined;
  /** How it is, or what to do. */
  sentence: string;
  children: ReactNode;
};

const colors = { done: 'teal', todo: 'yellow', unneeded: 'gray' } as const;

/** One thing to do, whether it is done, and where. */
export function Step({ number, title, step, sentence, children }: StepProps) {
  const { t } = useTranslation('guide');
  const state = step?.state === 'done' || step?.state === 'unneeded' ? step.state : 'todo';
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        <Group gap="sm">
          <Title order={2} size="h5">
            {t('numbered', { number, title })}
          </Title>
          <Badge color={colors[state]}>{t(`states.${state}`)}</Badge>
        </Group>
        <Text size="sm">{sentence}</Text>
        {children}
      </Stack>
    </Paper>
  );
}

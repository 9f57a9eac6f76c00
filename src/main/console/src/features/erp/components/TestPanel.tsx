import { Alert, Button, Checkbox, Group, JsonInput, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import type { Endpoint, Tested } from '../draft';
import { useKeepConnection } from '../use-connection';
import { TestResult } from './TestResult';

type TestPanelProps = {
  row: Endpoint;
  /** There are changes that are not saved: what is tested is what was saved. */
  changed: boolean;
  version: number;
  onClose: () => void;
};

/** Tries one operation: only writes the request, or sends it. */
export function TestPanel({ row, changed, version, onClose }: TestPanelProps) {
  const { t } = useTranslation('erp');
  const { reread } = useKeepConnection();
  const [written, setWritten] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [seen, setSeen] = useState<Tested | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  // It stands below the table, where the one who opened it may not see it.
  useEffect(() => panel.current?.focus(), []);
  const sample = JSON.stringify(row.sample, null, 2);
  const text = written ?? sample;
  const request = objectIn(text);
  const test = gateway.useMutation('post', '/api/erp/connection/operations/{operation}/test', {
    onSuccess: async (result) => {
      setSeen(result);
      await reread();
    },
  });
  const run = (dry: boolean) =>
    test.mutate({
      params: { path: { operation: row.operation } },
      body: { dry, confirmed: !dry && confirmed, request: request as Record<string, never> },
    });
  return (
    <Paper
      ref={panel}
      tabIndex={-1}
      withBorder
      p="md"
      role="region"
      aria-label={t('test.title', { operation: row.operation })}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={4} size="h5">
            {t('test.title', { operation: row.operation })}
          </Title>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {t('test.close')}
          </Button>
        </Group>
        {changed && (
          <Alert color="yellow" variant="outline" py="xs">
            {t('test.saved')}
          </Alert>
        )}
        <JsonInput
          label={t('test.request')}
          description={t('test.requestText')}
          autosize
          minRows={2}
          maxRows={14}
          dir="ltr"
          value={text}
          error={request === null ? t('test.noObject') : undefined}
          onChange={setWritten}
        />
        {row.writes && (
          <Checkbox
            label={t('test.confirm', { operation: row.operation })}
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
        )}
        <Group gap="xs">
          <Button
            variant="default"
            disabled={request === null}
            loading={test.isPending && test.variables.body.dry}
            onClick={() => run(true)}
          >
            {t('test.dry')}
          </Button>
          <Button
            disabled={request === null || (row.writes && !confirmed)}
            loading={test.isPending && !test.variables.body.dry}
            onClick={() => run(false)}
          >
            {t('test.real')}
          </Button>
          {written !== null && written !== sample && (
            <Button variant="subtle" onClick={() => setWritten(null)}>
              {t('test.reset')}
            </Button>
          )}
        </Group>
        {test.error && (
          <Alert color="red" variant="outline" role="alert">
            {test.error.message}
          </Alert>
        )}
        {seen && (
          <TestResult key={JSON.stringify(seen)} row={row} seen={seen} version={version} changed={changed} />
        )}
        {!seen && row.lastTest && !row.lastTest.ok && (
          <Text size="sm">{t('test.last', { sentence: row.lastTest.sentence })}</Text>
        )}
      </Stack>
    </Paper>
  );
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

import { Alert, Badge, Button, Checkbox, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import type { Connection } from '../draft';
import { useKeepConnection } from '../use-connection';

type Level = 'keyed' | 'findable' | 'manual';
type Verdict = 'ok' | 'warning' | 'error' | 'unavailable' | 'skipped';

/** The report of the contract check, as docs/erp-check.md has it. */
type Report = {
  verdict: Verdict;
  idempotency: { claimed: Level; proved: Level | null };
  operations: {
    operation: string;
    verdict: Verdict;
    calls: number;
    p95_ms: number | null;
    note?: string;
    findings: { kind: string; severity: string; field: string; sentence: string }[];
  }[];
  left_behind: string[];
};

const colours = {
  ok: 'teal',
  warning: 'yellow',
  error: 'red',
  unavailable: 'gray',
  skipped: 'gray',
} as const;

/** Holds what was saved against the contract, all at once. */
export function CheckSection({ connection, changed }: { connection: Connection; changed: boolean }) {
  const { t } = useTranslation('erp');
  const mayEdit = useMay()('ERP_EDIT');
  const { reread } = useKeepConnection();
  const [write, setWrite] = useState(false);
  const check = gateway.useMutation('post', '/api/erp/connection/check', { onSuccess: reread });
  const report = check.data as unknown as Report | undefined;
  if (!mayEdit) return null;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('check.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('check.text')}
        </Text>
        <Checkbox
          label={t('check.write')}
          description={t('check.writeText')}
          checked={write}
          onChange={(event) => setWrite(event.currentTarget.checked)}
        />
        <Group>
          <Button
            disabled={changed || connection.baseUrl === ''}
            loading={check.isPending}
            onClick={() => check.mutate({ body: { write } })}
          >
            {t('check.run')}
          </Button>
          {changed && <Text size="sm">{t('live.saveFirst')}</Text>}
        </Group>
        {check.error && (
          <Alert color="red" variant="outline" role="alert">
            {check.error.message}
          </Alert>
        )}
        {report && <ReportShown report={report} />}
      </Stack>
    </Paper>
  );
}

function ReportShown({ report }: { report: Report }) {
  const { t } = useTranslation('erp');
  const { claimed, proved } = report.idempotency;
  const probed = report.operations.filter(
    ({ verdict, findings }) => verdict !== 'unavailable' || findings.length > 0,
  );
  return (
    <Stack gap="sm" role="region" aria-label={t('check.report')}>
      <Group gap="xs">
        <Badge color={colours[report.verdict]} size="lg">
          {t(`check.verdicts.${report.verdict}`)}
        </Badge>
        <Text size="sm">
          {proved === null
            ? t('check.claimed', { level: t(`form.levels.${claimed}`) })
            : t('check.proved', { level: t(`form.levels.${proved}`), claimed: t(`form.levels.${claimed}`) })}
        </Text>
      </Group>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs" aria-label={t('check.report')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('endpoints.operation')}</Table.Th>
              <Table.Th>{t('check.verdict')}</Table.Th>
              <Table.Th>{t('check.time')}</Table.Th>
              <Table.Th>{t('check.findings')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {probed.map(({ operation, verdict, p95_ms: p95, note, findings }) => (
              <Table.Tr key={operation}>
                <Table.Td>
                  <Text size="sm" dir="ltr">
                    {operation}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Badge color={colours[verdict]} variant={verdict === 'skipped' ? 'outline' : undefined}>
                    {t(`check.verdicts.${verdict}`)}
                  </Badge>
                </Table.Td>
                <Table.Td>{p95 === null ? '–' : t('result.took', { millis: p95 })}</Table.Td>
                <Table.Td>
                  {note && <Text size="sm">{note}</Text>}
                  {findings.map(({ kind, field, sentence }) => (
                    <Text key={`${kind} ${field}`} size="sm">
                      {sentence}
                    </Text>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {report.left_behind.length > 0 && (
        <Alert color="yellow" variant="outline" title={t('check.left')}>
          {report.left_behind.join(', ')}
        </Alert>
      )}
    </Stack>
  );
}

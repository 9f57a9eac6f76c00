import { Badge, Button, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endpointOf, isChanged, withEndpoint, type Endpoint } from '../draft';
import type { EditorProps } from './ConnectionForm';
import classes from './Erp.module.css';
import { TestPanel } from './TestPanel';

/** Those by which a request in the words of the contract can go. */
const methods = ['GET', 'POST', 'PUT', 'PATCH'];

/** Rows of the contract: what is asked where can be changed, what is sent and returned is as it is. */
export function EndpointTable({ title, rows, ...editor }: EditorProps & { title: string; rows: Endpoint[] }) {
  const { t } = useTranslation('erp');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Table.ScrollContainer minWidth={860}>
        <Table className={classes.table} verticalSpacing="xs" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={220}>{t('endpoints.operation')}</Table.Th>
              <Table.Th w={112}>{t('endpoints.method')}</Table.Th>
              <Table.Th>{t('endpoints.path')}</Table.Th>
              <Table.Th w="22%">{t('endpoints.sends')}</Table.Th>
              <Table.Th w="22%">{t('endpoints.returns')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row
                key={row.operation}
                row={row}
                open={open === row.operation}
                onOpen={(opened) => setOpen(opened ? row.operation : null)}
                {...editor}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows
        .filter(({ operation }) => operation === open)
        .map((row) => (
          <TestPanel
            key={row.operation}
            row={row}
            changed={isChanged(editor.draft)}
            onClose={() => {
              setOpen(null);
              document.getElementById(`test-${row.operation}`)?.focus();
            }}
            version={editor.connection.version}
          />
        ))}
    </Stack>
  );
}

type RowProps = EditorProps & { row: Endpoint; open: boolean; onOpen: (open: boolean) => void };

function Row({ row, open, onOpen, draft, mayEdit, onChange }: RowProps) {
  const { t } = useTranslation('erp');
  const { operation } = row;
  const editable = row.mode === 'CANONICAL' || row.mode === 'NONE' || draft.startFrom === 'empty';
  const { method, path } = endpointOf(draft, row);
  return (
    <Table.Tr className={open ? classes.details : undefined}>
      <Table.Td>
        <Stack gap={6} align="flex-start">
          <Text size="sm">
            <bdi dir="ltr">
              <b>{operation}</b>
            </bdi>{' '}
            {row.required ? t('endpoints.required') : t('endpoints.optional')}
          </Text>
          <Group gap={6}>
            <TestBadge row={row} />
            {mayEdit && row.mode !== 'NONE' && operation !== 'AUTH' && (
              <Button
                size="compact-xs"
                variant="default"
                id={`test-${operation}`}
                aria-expanded={open}
                aria-label={t('test.openOf', { operation })}
                onClick={() => onOpen(!open)}
              >
                {t('test.open')}
              </Button>
            )}
          </Group>
        </Stack>
      </Table.Td>
      {editable ? (
        <>
          <Table.Td>
            <Select
              aria-label={t('endpoints.methodOf', { operation })}
              data={methods}
              value={method}
              allowDeselect={false}
              readOnly={!mayEdit}
              onChange={(value) => onChange(withEndpoint(draft, row, { method: value ?? method }))}
            />
          </Table.Td>
          <Table.Td>
            <TextInput
              aria-label={t('endpoints.pathOf', { operation })}
              placeholder={t('endpoints.noPath')}
              dir="ltr"
              readOnly={!mayEdit}
              value={path}
              onChange={(event) => onChange(withEndpoint(draft, row, { path: event.currentTarget.value }))}
            />
          </Table.Td>
        </>
      ) : (
        <>
          <Table.Td>
            <Text size="sm" dir="ltr">
              {row.method || '–'}
            </Text>
          </Table.Td>
          <Table.Td>
            <Text size="sm" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
              {row.path || row.asked}
            </Text>
            <Text size="xs" c="dimmed">
              {t(row.mode === 'ROUTE' ? 'endpoints.route' : 'endpoints.mapped')}
            </Text>
          </Table.Td>
        </>
      )}
      <Table.Td>
        <Text size="sm" dir="ltr">
          {row.sends}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" dir="ltr">
          {row.returns}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

function TestBadge({ row: { mode, lastTest } }: { row: Endpoint }) {
  const { t } = useTranslation('erp');
  if (mode === 'NONE')
    return (
      <Badge variant="outline" color="gray">
        {t('test.notSet')}
      </Badge>
    );
  if (!lastTest)
    return (
      <Badge variant="outline" color="yellow">
        {t('test.never')}
      </Badge>
    );
  return lastTest.ok ? (
    <Badge color="teal">{t('test.ready', { millis: lastTest.tookMillis })}</Badge>
  ) : (
    <Badge color="red" title={lastTest.sentence}>
      {t('test.failing')}
    </Badge>
  );
}

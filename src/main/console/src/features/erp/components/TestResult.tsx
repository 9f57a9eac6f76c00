import { Alert, Badge, Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/components/notify';
import { gateway } from '@/lib/gateway';
import type { Endpoint, Tested } from '../draft';
import { useKeepConnection } from '../use-connection';
import classes from './Erp.module.css';
import { AnswerShown, RequestShown } from './ExchangeShown';

type TestResultProps = { row: Endpoint; seen: Tested; version: number; changed: boolean };

/** Request, raw answer, and how each field keeps the contract, side by side. */
export function TestResult({ row, seen, version, changed }: TestResultProps) {
  const { t } = useTranslation('erp');
  const { keep } = useKeepConnection();
  const [place, setPlace] = useState<string | null>(null);
  const map = gateway.useMutation('put', '/api/erp/connection', {
    onSuccess: (saved) => {
      keep(saved);
      setPlace(null);
      notify({ message: t('map.done') });
    },
    onError: (error) => notify({ color: 'red', message: error.message }),
  });
  const mapped = row.mode === 'MAPPED';
  const mapTo = (field: string, from: string) =>
    map.mutate({ body: { version, answers: [{ operation: row.operation, field, place: from }] } });
  const dry = seen.verdict === 'skipped';
  const last = seen.steps.length - 1;
  return (
    <Stack gap="sm" role="status" aria-label={t('result.title')}>
      <Verdict seen={seen} dry={dry} />
      {seen.steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- requests have no names, and their order is theirs
        <div key={index} className={classes.panes}>
          <Stack gap={6} className={classes.pane}>
            <Title order={5} size="h6">
              {t('result.request')}
            </Title>
            <RequestShown step={step} />
          </Stack>
          {!dry && (
            <Stack gap={6} className={classes.pane}>
              <Title order={5} size="h6">
                {t('result.answer')}
              </Title>
              <AnswerShown
                step={step}
                onPick={
                  mapped && !changed && index === last && step.operation === row.operation
                    ? setPlace
                    : undefined
                }
              />
            </Stack>
          )}
          {!dry && index === last && (
            <Stack gap={6} className={classes.pane}>
              <Title order={5} size="h6">
                {t('result.contract')}
              </Title>
              <Fields seen={seen} />
            </Stack>
          )}
        </div>
      ))}
      {dry && seen.steps.length > 0 && row.mode === 'MAPPED' && row.path === '' && (
        <Text size="sm">{t('result.firstOnly')}</Text>
      )}
      {place && (
        <Alert variant="outline" color="blue" role="region" aria-label={t('map.title')}>
          <Group gap="sm" align="flex-end">
            <Text size="sm">
              {t('map.picked')} <code dir="ltr">{place}</code>
            </Text>
            <Select
              label={t('map.field')}
              data={row.fields}
              value={null}
              disabled={map.isPending}
              onChange={(field) => field && mapTo(field, place)}
            />
            <Button variant="default" onClick={() => setPlace(null)}>
              {t('map.cancel')}
            </Button>
          </Group>
        </Alert>
      )}
      {seen.findings.length > 0 && (
        <Stack gap="xs">
          {seen.findings.map((finding) => (
            <Alert
              key={`${finding.kind} ${finding.field}`}
              variant="outline"
              py="xs"
              color={
                finding.severity === 'error' ? 'red' : finding.severity === 'warning' ? 'yellow' : 'gray'
              }
            >
              <Text size="sm">{finding.sentence}</Text>
              {finding.hints.map(({ place: found, sentence }) => (
                <Group key={found} gap="xs" mt={4}>
                  <Text size="sm">{t('map.didYouMean', { place: found })}</Text>
                  {mapped && !changed && finding.field !== '' ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      loading={map.isPending}
                      onClick={() => mapTo(finding.field.replace('items[].', ''), found)}
                    >
                      {t('map.it')}
                    </Button>
                  ) : (
                    <Text size="xs" c="dimmed">
                      {sentence}
                    </Text>
                  )}
                </Group>
              ))}
            </Alert>
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function Verdict({ seen, dry }: { seen: Tested; dry: boolean }) {
  const { t } = useTranslation('erp');
  if (dry) return <Text size="sm">{t('result.dry')}</Text>;
  const failed = seen.verdict === 'error';
  return (
    <Alert
      color={failed ? 'red' : 'teal'}
      variant="outline"
      py="xs"
      icon={failed ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
      title={failed ? t('result.failed') : t('result.good')}
    >
      {failed && seen.sentence}
    </Alert>
  );
}

const colours: Record<string, string> = {
  ok: 'teal',
  absent: 'gray',
  extra: 'gray',
  'number-as-text': 'yellow',
};

function Fields({ seen }: { seen: Tested }) {
  const { t } = useTranslation('erp');
  if (seen.fields.length === 0) return <Text size="sm">{t('result.noFields')}</Text>;
  return (
    <Table aria-label={t('result.contract')} verticalSpacing={4}>
      <Table.Tbody>
        {seen.fields.map(({ field, state, value }) => (
          <Table.Tr key={field}>
            <Table.Td>
              <Text size="xs" dir="ltr">
                {field}
              </Text>
              {value != null && (
                <Text size="xs" c="dimmed" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
                  {value}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="end">
              <Badge size="sm" variant="outline" color={colours[state] ?? 'red'}>
                {t(`states.${state as 'ok'}`)}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

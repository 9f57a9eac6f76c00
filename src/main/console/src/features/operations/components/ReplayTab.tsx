import { Alert, Badge, Button, Group, JsonInput, Select, Stack, Table, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { exactTime } from '@/lib/time';

const effects = {
  taken: { color: 'teal', name: 'taken' },
  duplicate: { color: 'gray', name: 'duplicate' },
  aside: { color: 'yellow', name: 'aside' },
} as const;

/** What a call of Meta's would do, without doing it. */
export function ReplayTab() {
  const { t } = useTranslation('operations');
  const may = useMay();
  const [body, setBody] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const aside = gateway.useQuery(
    'get',
    '/api/v1/webhook-calls/aside',
    { params: { query: { limit: 50 } } },
    { enabled: may('PERSONAL_DATA') },
  );
  const rehearse = gateway.useMutation('post', '/api/v1/webhook-calls/rehearse');
  const change = (text: string) => {
    setBody(text);
    rehearse.reset();
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('replay.text')}</Text>
      {aside.data && aside.data.updates.length > 0 && (
        <Select
          label={t('replay.aside')}
          placeholder={t('replay.choose')}
          maw={560}
          clearable
          value={chosen}
          onChange={(id) => {
            setChosen(id);
            change(aside.data.updates.find((update) => String(update.id) === id)?.body ?? '');
          }}
          data={aside.data.updates.map(({ id, kind, receivedAt }) => ({
            value: String(id),
            label: `${kind} · ${exactTime(receivedAt)}`,
          }))}
        />
      )}
      <JsonInput
        label={t('replay.body')}
        description={t('replay.bodyText')}
        dir="ltr"
        autosize
        minRows={8}
        maxRows={20}
        value={body}
        onChange={change}
      />
      <Group>
        <Button
          loading={rehearse.isPending}
          disabled={body.trim() === ''}
          onClick={() => rehearse.mutate({ body: { body } })}
        >
          {t('replay.show')}
        </Button>
      </Group>
      {rehearse.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {rehearse.error.message}
        </Alert>
      )}
      {rehearse.data?.parts.length === 0 && <Empty>{t('replay.empty')}</Empty>}
      {rehearse.data && rehearse.data.parts.length > 0 && (
        <Table.ScrollContainer minWidth={320}>
          <Table verticalSpacing="sm" aria-label={t('replay.result')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('replay.effect')}</Table.Th>
                <Table.Th>{t('replay.what')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rehearse.data.parts.map(({ kind, effect, what, sentence }, index) => {
                const known = Object.hasOwn(effects, effect)
                  ? effects[effect as keyof typeof effects]
                  : effects.aside;
                return (
                  // The parts of one body may all say the same, and do not move.
                  <Table.Tr key={`${index} ${kind}`}>
                    <Table.Td valign="top">
                      <Badge color={known.color}>{t(`replay.effects.${known.name}`)}</Badge>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm">{what}</Text>
                      <Text size="sm" c="dimmed">
                        {sentence}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

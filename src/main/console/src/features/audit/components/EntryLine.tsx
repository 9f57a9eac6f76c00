import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Expandable } from '@/components/Expandable';
import { JsonBlock } from '@/components/JsonBlock';
import { RelativeTime } from '@/components/Time';
import type { Entry } from '../api';

/** Who, what and when in a line; opened, what was before and after. */
export function EntryLine({ entry }: { entry: Entry }) {
  const { t } = useTranslation('audit');
  const [open, setOpen] = useState(false);
  return (
    <Expandable
      open={open}
      onToggle={() => setOpen(!open)}
      summary={
        <Group gap="xs" wrap="wrap">
          <Text span size="sm" fw={600}>
            {entry.who}
          </Text>
          <Text span size="sm" dir="ltr">
            {entry.action}
          </Text>
          <Text span size="sm">
            {entry.subject}
          </Text>
          {entry.status != null && (
            <Badge size="sm" variant="light" color={entry.status < 400 ? 'gray' : 'red'}>
              {entry.status < 400
                ? t('done', { status: entry.status })
                : t('refused', { status: entry.status })}
            </Badge>
          )}
          <Text span size="xs" c="dimmed">
            <RelativeTime at={entry.at} />
          </Text>
        </Group>
      }
    >
      <Stack gap="xs">
        {entry.address && (
          <Text size="xs" c="dimmed">
            {t('from', { address: entry.address })}
          </Text>
        )}
        {entry.before == null && entry.after == null ? (
          <Text size="sm">{t('nothingKept')}</Text>
        ) : (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Side label={t('before')} value={entry.before} none={t('wasNothing')} />
            <Side label={t('after')} value={entry.after} none={t('isNothing')} />
          </SimpleGrid>
        )}
      </Stack>
    </Expandable>
  );
}

function Side({ label, value, none }: { label: string; value: unknown; none: string }) {
  return (
    <Stack gap={4}>
      <Text size="xs" fw={600}>
        {label}
      </Text>
      {value == null ? <Text size="sm">{none}</Text> : <JsonBlock label={label} value={value} />}
    </Stack>
  );
}

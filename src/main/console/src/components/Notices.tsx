import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { notify } from './notify';
import { RelativeTime } from './Time';

type Notice = Schemas['OpenNotice'];

const kinds = {
  'channel-stopped': 'red',
  'channel-limited': 'orange',
  account: 'orange',
  'template-not-approved': 'yellow',
  'template-holds': 'yellow',
  'template-mismatch': 'orange',
  'template-status': 'orange',
  undelivered: 'orange',
  'service-over': 'yellow',
  hook: 'orange',
} as const;
const isKnown = (kind: string): kind is keyof typeof kinds => kind in kinds;

type NoticesProps = {
  notices: Notice[];
  /** How many stand there before somebody wants all. */
  few: number;
  onChanged: () => void;
};

/** What happened and what to do, each with a way there; what is seen to is put away. */
export function Notices({ notices, few, onChanged }: NoticesProps) {
  const { t } = useTranslation('notices');
  const [all, showAll] = useState(false);
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {(all ? notices : notices.slice(0, few)).map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onChanged={onChanged} />
      ))}
      {!all && notices.length > few && (
        <li>
          <Button size="compact-sm" variant="default" onClick={() => showAll(true)}>
            {t('all', { count: notices.length })}
          </Button>
        </li>
      )}
    </Stack>
  );
}

function NoticeLine({ notice, onChanged }: { notice: Notice; onChanged: () => void }) {
  const { t } = useTranslation('notices');
  const may = useMay();
  const { kind } = notice;
  const putAway = gateway.useMutation('delete', '/api/v1/notices/{id}', {
    onError: (error) =>
      notify({ color: 'red', title: t('failed'), message: (error as unknown as Error).message }),
    onSettled: onChanged,
  });
  return (
    <Card withBorder p="sm" component="li">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={4} flex="1 1 260px">
          <Group gap="xs">
            <Badge tt="none" variant="light" color={isKnown(kind) ? kinds[kind] : 'gray'}>
              {isKnown(kind) ? t(`kinds.${kind}`) : kind}
            </Badge>
            <Text size="xs" c="dimmed">
              <RelativeTime at={notice.since} />
              {notice.times > 1 && ` · ${t('times', { count: notice.times })}`}
            </Text>
          </Group>
          <Text size="sm" dir="auto">
            {notice.sentence}
          </Text>
        </Stack>
        <Group gap="sm">
          {notice.link && <Go to={notice.link} />}
          {may('OPERATIONS_RUN') && (
            <Button
              size="compact-sm"
              variant="default"
              loading={putAway.isPending}
              aria-label={t('putAwayThis', { notice: notice.sentence })}
              onClick={() => putAway.mutate({ params: { path: { id: notice.id } } })}
            >
              {t('putAway')}
            </Button>
          )}
        </Group>
      </Group>
    </Card>
  );
}

/** The gateway names a page of the console as text. */
function Go({ to }: { to: string }) {
  const { t } = useTranslation('notices');
  const router = useRouter();
  return (
    <Anchor
      size="sm"
      underline="always"
      href={to}
      onClick={(event) => {
        event.preventDefault();
        router.history.push(to);
      }}
    >
      {t('open')}
    </Anchor>
  );
}

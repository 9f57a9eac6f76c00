import { ActionIcon, Alert, Badge, Button, Group, Menu, Modal, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, ChevronDown, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import type { Chat } from '../api/chats';
import { useOwnership } from '../api/ownership';
import { useWindow } from '../api/window';
import classes from './Chats.module.css';
import { useColleague, useOwner, useOwnerName } from './owner';

/** Whom a chat is with, how long free words go out, and who answers it. */
export function ChatHeader({ chat, onLeave }: { chat: Chat; onLeave: () => void }) {
  const { t } = useTranslation('chats');
  const navigate = useNavigate();
  const ownerName = useOwnerName(chat);
  return (
    <header className={classes.header}>
      <Group gap="xs" wrap="nowrap" className={classes.who}>
        <ActionIcon
          variant="subtle"
          size="lg"
          className={classes.narrow}
          aria-label={t('info.backToList')}
          onClick={onLeave}
        >
          <ArrowLeft size={18} aria-hidden className={classes.flips} />
        </ActionIcon>
        <div className={classes.title}>
          <Title order={2} size="h5" dir="auto" className={classes.name}>
            {chat.name ?? chat.phone ?? t('list.nameless')}
          </Title>
          <Text size="xs" c="dimmed" dir="ltr" className={classes.phone}>
            {chat.phone}
          </Text>
        </div>
        <Group gap="xs" className={classes.badges}>
          <Badge variant="light" color={chat.owner === 'bot' ? 'gray' : 'blue'} tt="none">
            {ownerName}
          </Badge>
          <WindowBadge chat={chat} />
        </Group>
        <ActionIcon
          variant="default"
          size="lg"
          className={classes.infoButton}
          aria-label={t('info.show')}
          onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, pane: 'info' }) })}
        >
          <UserRound size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <OwnerBar chat={chat} />
    </header>
  );
}

function WindowBadge({ chat }: { chat: Chat }) {
  const { t } = useTranslation('chats');
  const { open, ends, soon, hours, minutes } = useWindow(chat);
  const time = hours > 0 ? t('window.hours', { h: hours, m: minutes }) : t('window.minutes', { m: minutes });
  return (
    <Badge variant="outline" color={!open ? 'gray' : soon ? 'orange' : 'teal'} tt="none">
      {ends === null ? t('window.never') : open ? t('window.left', { time }) : t('window.closed')}
    </Badge>
  );
}

function OwnerBar({ chat }: { chat: Chat }) {
  const { t } = useTranslation('chats');
  const owner = useOwner(chat);
  const colleague = useColleague(chat);
  const may = useMay();
  const [asking, dialog] = useDisclosure(false);
  const { takeOver, handBack, assign, isPending, error } = useOwnership(chat.contactId);
  const people = gateway.useQuery('get', '/api/v1/people', undefined, { enabled: may('CHATS_ANSWER') });
  const take = () => (colleague === null ? takeOver(false) : dialog.open());
  return (
    <>
      <Group justify="space-between" gap="xs" className={classes.owner}>
        <Text size="sm">
          {t(`owner.${owner}Text`, { name: chat.assignee })}
          {owner === 'bot' && may('CHATS_ANSWER') && ` ${t('owner.botTake')}`}
        </Text>
        {may('CHATS_ANSWER') && (
          <Group gap="xs">
            {owner !== 'you' && (
              <Button size="compact-sm" loading={isPending} onClick={take}>
                {t('owner.takeOver')}
              </Button>
            )}
            {owner !== 'bot' && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={isPending}
                    rightSection={<ChevronDown size={14} aria-hidden />}
                  >
                    {t('owner.handBack')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {(['resume', 'restart', 'end'] as const).map((how) => (
                    <Menu.Item key={how} onClick={() => handBack(how)}>
                      {t(`owner.${how}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  size="compact-sm"
                  variant="default"
                  rightSection={<ChevronDown size={14} aria-hidden />}
                >
                  {t('owner.assign')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => assign(null)}>{t('owner.nobodyOption')}</Menu.Item>
                {people.data?.people.map(({ name, available }) => (
                  <Menu.Item key={name} onClick={() => assign(name)}>
                    {available ? name : t('owner.away', { name })}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Group>
        )}
      </Group>
      {error && (
        <Alert color="red" variant="outline" py="xs" role="alert" title={t('owner.failed')}>
          {error.message}
        </Alert>
      )}
      <Modal
        opened={asking}
        onClose={dialog.close}
        title={t('owner.ask', { name: colleague })}
        closeButtonProps={{ 'aria-label': t('owner.cancel') }}
      >
        <Text size="sm">{t('owner.askText', { name: colleague })}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('owner.cancel')}
          </Button>
          <Button
            onClick={() => {
              dialog.close();
              takeOver(true);
            }}
          >
            {t('owner.takeOver')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

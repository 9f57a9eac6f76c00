import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical, KeyRound, LogOut, UserCheck, UserPen, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import type { Person } from './PeoplePage';

type PersonMenuProps = {
  person: Person;
  onEdit: () => void;
  onLink: (link: Schemas['LinkView']) => void;
};

export function PersonMenu({ person, onEdit, onLink }: PersonMenuProps) {
  const { t } = useTranslation(['people', 'access', 'app']);
  const queries = useQueryClient();
  const params = { params: { path: { username: person.username } } };
  const outcome = {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/users'] }),
    onError: (error: Error) =>
      notifications.show({ color: 'red', title: t('notDone'), message: error.message, autoClose: 10_000 }),
  };
  const link = gateway.useMutation('post', '/api/v1/users/{username}/link', outcome);
  const signOut = gateway.useMutation('post', '/api/v1/users/{username}/sign-out', {
    ...outcome,
    onSuccess: () => notifications.show({ message: t('signedOut', { name: person.username }) }),
  });
  const disable = gateway.useMutation('post', '/api/v1/users/{username}/disable', outcome);
  const enable = gateway.useMutation('post', '/api/v1/users/{username}/enable', outcome);
  const busy = [link, signOut, disable, enable].some(({ isPending }) => isPending);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="default" loading={busy} aria-label={t('actionsOf', { name: person.username })}>
          <EllipsisVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<UserPen size={16} aria-hidden />} onClick={onEdit}>
          {t('change')}
        </Menu.Item>
        {person.state !== 'disabled' && (
          <Menu.Item
            leftSection={<KeyRound size={16} aria-hidden />}
            onClick={() => link.mutate(params, { onSuccess: onLink })}
          >
            {t('newLink')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => signOut.mutate(params)}>
          {t('signOut')}
        </Menu.Item>
        {person.state === 'disabled' ? (
          <Menu.Item leftSection={<UserCheck size={16} aria-hidden />} onClick={() => enable.mutate(params)}>
            {t('enable')}
          </Menu.Item>
        ) : (
          <Menu.Item
            color="red"
            leftSection={<UserX size={16} aria-hidden />}
            onClick={() => disable.mutate(params)}
          >
            {t('disable')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

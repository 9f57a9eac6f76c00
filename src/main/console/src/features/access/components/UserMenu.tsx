import { Button, Menu } from '@mantine/core';
import { LogOut, UserRound } from 'lucide-react';
import { useSignOut, type Session } from '../api/session';

export function UserMenu({ user }: { user: NonNullable<Session['user']> }) {
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          px="xs"
          leftSection={<UserRound size={16} aria-hidden />}
          loading={signOut.isPending}
          aria-label={`Account of ${user.name}`}
        >
          {user.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{roleNames[user.role] ?? user.role}</Menu.Label>
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const roleNames: Record<string, string> = {
  ADMIN: 'Administrator',
  INTEGRATOR: 'Integrator',
  DESIGNER: 'Designer',
  SALES: 'Sales',
  HR: 'Human resources',
  VIEWER: 'Viewer',
};

import { AppShell, Burger, Group, NavLink } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { Smartphone, type LucideIcon } from 'lucide-react';
import type { Session } from '@/features/access/api/session';
import { SignInDialog } from '@/features/access/components/SignInDialog';
import { UserMenu } from '@/features/access/components/UserMenu';
import { LiveProvider } from '@/lib/live-context';
import { Brand } from './Brand';
import { ColorSchemeMenu } from './ColorSchemeMenu';
import { LiveIndicator } from './LiveIndicator';
import classes from './Shell.module.css';

const pages: { to: '/'; label: string; Icon: LucideIcon }[] = [{ to: '/', label: 'Phone', Icon: Smartphone }];

type ShellProps = { session: Session; user: NonNullable<Session['user']> };

export function Shell({ session, user }: ShellProps) {
  const [menuOpen, menu] = useDisclosure(false);
  const matches = useMatchRoute();
  return (
    <LiveProvider>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 184, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
        padding={{ base: 'xs', sm: 'md' }}
      >
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <Burger
                opened={menuOpen}
                onClick={menu.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={menuOpen ? 'Close the navigation' : 'Open the navigation'}
              />
              <Brand />
            </Group>
            <Group gap="sm" wrap="nowrap">
              <LiveIndicator />
              <ColorSchemeMenu />
              <UserMenu user={user} />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label="Main navigation">
          {pages.map(({ to, label, Icon }) => {
            const active = matches({ to }) !== false;
            return (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={label}
                active={active}
                aria-current={active ? 'page' : undefined}
                leftSection={<Icon size={18} aria-hidden />}
                onClick={menu.close}
                className={classes.link}
              />
            );
          })}
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <SignInDialog demo={session.demo} />
    </LiveProvider>
  );
}

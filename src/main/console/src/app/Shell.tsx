import { AppShell, Burger, Group, NavLink } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Link, Outlet, useMatches, useMatchRoute } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, NoPermission } from '@/components/States';
import { ArrivalProvider } from '@/lib/arrival';
import { LiveProvider } from '@/lib/live-context';
import type { Session } from '@/lib/session';
import { Brand } from './Brand';
import { pages } from './pages';
import type { Begun } from './palette/use-commands';
import classes from './Shell.module.css';

// Not needed for the first look at a page.
const newOrders = () => import('@/features/orders/components/NewOrders');
const NewOrders = lazy(() => newOrders().then((module) => ({ default: module.NewOrders })));
const NewOrdersBadge = lazy(() => newOrders().then((module) => ({ default: module.NewOrdersBadge })));
const Alerts = lazy(() =>
  import('@/features/chats/components/Alerts').then(({ Alerts: component }) => ({ default: component })),
);
const Keys = lazy(() => import('./Keys').then(({ Keys: component }) => ({ default: component })));
const Palette = lazy(() =>
  import('./palette/Palette').then(({ Palette: component }) => ({ default: component })),
);
const Begin = lazy(() => import('./Begin').then(({ Begin: component }) => ({ default: component })));
const HeaderTools = lazy(() =>
  import('./HeaderTools').then(({ HeaderTools: component }) => ({ default: component })),
);
const SignInDialog = lazy(() =>
  import('@/features/access/components/SignInDialog').then(({ SignInDialog: component }) => ({
    default: component,
  })),
);

type ShellProps = { session: Session; user: NonNullable<Session['user']> };

export function Shell({ session, user }: ShellProps) {
  const { t } = useTranslation();
  const [menuOpen, menu] = useDisclosure(false);
  const [paletteOpen, palette] = useDisclosure(false);
  const [begun, setBegun] = useState<Begun | null>(null);
  // Not with the palette itself: who presses it at once does not wait for that.
  useHotkeys([['mod+K', palette.toggle]], []);
  const burger = useRef<HTMLButtonElement>(null);
  const matches = useMatchRoute();
  const missing = useMatches({ select: (routes) => routes.map(({ staticData }) => staticData.needs) }).find(
    (permission) => permission !== undefined && !user.permissions.includes(permission),
  );
  const theirs = pages.filter(({ needs }) => needs === undefined || user.permissions.includes(needs));
  return (
    <LiveProvider>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
        padding={{ base: 'xs', sm: 'md' }}
      >
        <AppShell.Header>
          <Group h="100%" px={{ base: 'xs', sm: 'md' }} justify="space-between" gap="xs" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <Burger
                ref={burger}
                opened={menuOpen}
                onClick={menu.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={menuOpen ? t('navigation.close') : t('navigation.open')}
                aria-expanded={menuOpen}
              />
              <Brand />
            </Group>
            <Suspense>
              <HeaderTools user={user} onFind={palette.open} />
            </Suspense>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar
          p="xs"
          aria-label={t('navigation.main')}
          className={classes.navigation}
          data-open={menuOpen || undefined}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !menuOpen) return;
            menu.close();
            burger.current?.focus();
          }}
        >
          {theirs.map(({ to, name, Icon }) => {
            const exact = pages.some((page) => within(page.to, to));
            const active = matches({ to, fuzzy: !exact }) !== false;
            return (
              <NavLink
                key={to}
                component={Link}
                to={to}
                activeOptions={{ exact, includeSearch: false }}
                label={t(`pages.${name}`)}
                active={active}
                aria-current={active ? 'page' : undefined}
                leftSection={<Icon size={18} aria-hidden />}
                noWrap
                rightSection={
                  to === '/orders' ? (
                    <Suspense>
                      <NewOrdersBadge />
                    </Suspense>
                  ) : undefined
                }
                onClick={menu.close}
                className={classes.link}
              />
            );
          })}
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          <Suspense fallback={<Loading label={t('loading')}>{null}</Loading>}>
            <ArrivalProvider>{missing ? <NoPermission permission={missing} /> : <Outlet />}</ArrivalProvider>
          </Suspense>
        </AppShell.Main>
      </AppShell>
      <Suspense>
        {user.permissions.includes('ORDERS_READ') && <NewOrders />}
        <Alerts />
        <Keys
          pages={theirs}
          opened={begun === 'keys'}
          onOpen={() => setBegun('keys')}
          onClose={() => setBegun(null)}
        />
        <Palette pages={theirs} opened={paletteOpen} onClose={palette.close} onBegin={setBegun} />
        <SignInDialog demo={session.demo} />
      </Suspense>
      <Suspense>
        {(begun === 'flow' || begun === 'person') && <Begin what={begun} onClose={() => setBegun(null)} />}
      </Suspense>
    </LiveProvider>
  );
}

/** Whether one address lies below another, which is then a page of its own. */
function within(address: string, other: string): boolean {
  return address !== other && address.startsWith(other.endsWith('/') ? other : `${other}/`);
}

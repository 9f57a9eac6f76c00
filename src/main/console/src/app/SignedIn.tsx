import { Box, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { sessionQuery } from '@/lib/session';
import { Brand } from './Brand';
import { Shell } from './Shell';

const ColorSchemeMenu = lazy(() =>
  import('./ColorSchemeMenu').then(({ ColorSchemeMenu: component }) => ({ default: component })),
);
const SignInPage = lazy(() =>
  import('@/features/access/components/SignInPage').then(({ SignInPage: component }) => ({
    default: component,
  })),
);

/** Lets known people into the console; everyone else signs in at the address they wanted. */
export function SignedIn() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  if (session.data?.user) return <Shell session={session.data} user={session.data.user} />;
  return (
    <>
      <Group component="header" justify="space-between" h={56} px="md">
        <Brand />
        <Suspense>
          <ColorSchemeMenu />
        </Suspense>
      </Group>
      {session.data && (
        <Suspense>
          <SignInPage session={session.data} />
        </Suspense>
      )}
      {!session.data && (
        <Box component="main" id="main" tabIndex={-1} maw={420} mx="auto" p="md">
          {session.isError ? (
            <LoadError what={t('noStart')} error={session.error} onRetry={() => void session.refetch()} />
          ) : (
            <Loading label={t('loadingConsole')}>
              <Stack>
                <Skeleton h={28} w="60%" />
                <Skeleton h={36} />
                <Skeleton h={36} />
              </Stack>
            </Loading>
          )}
        </Box>
      )}
    </>
  );
}

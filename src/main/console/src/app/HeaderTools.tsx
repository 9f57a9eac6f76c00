import { ActionIcon, Button, Group, Kbd } from '@mantine/core';
import { Search } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { UserMenu } from '@/features/access/components/UserMenu';
import { HealthBadges } from '@/features/overview/components/HealthBadges';
import type { Session } from '@/lib/session';
import { controlKey } from '@/lib/single-keys';
import { ColorSchemeMenu } from './ColorSchemeMenu';
import { LiveIndicator } from './LiveIndicator';

type HeaderToolsProps = { user: NonNullable<Session['user']>; onFind: () => void };

/** The end of the header: what is everywhere, and not needed for the first look at a page. */
export function HeaderTools({ user, onFind }: HeaderToolsProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        visibleFrom="md"
        variant="default"
        size="xs"
        leftSection={<Search size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden dir="ltr">
            {controlKey} K
          </Kbd>
        }
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onFind}
      >
        {t('palette.label')}
      </Button>
      <ActionIcon
        hiddenFrom="md"
        variant="default"
        size="md"
        aria-label={t('palette.label')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onFind}
      >
        <Search size={16} aria-hidden />
      </ActionIcon>
      <Suspense>
        <HealthBadges />
      </Suspense>
      <LiveIndicator />
      <ColorSchemeMenu />
      <UserMenu user={user} />
    </Group>
  );
}

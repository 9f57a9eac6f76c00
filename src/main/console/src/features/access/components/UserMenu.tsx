import { Button, Menu } from '@mantine/core';
import { LogOut, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '@/lib/i18n';
import type { Session } from '@/lib/session';
import { useSignOut } from '../api/session';

const roles = [
  'ADMIN',
  'INTEGRATOR',
  'DESIGNER',
  'SALES',
  'HR',
  'CATALOG',
  'FULFILMENT',
  'SERVICE',
  'REFUNDS',
  'VIEWER',
] as const;

export function UserMenu({ user }: { user: NonNullable<Session['user']> }) {
  const { t, i18n } = useTranslation(['access', 'app']);
  const signOut = useSignOut();
  const theirs = roles.filter((role) => user.roles.includes(role));
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          px="xs"
          leftSection={<UserRound size={16} aria-hidden />}
          loading={signOut.isPending}
          aria-label={t('account', { name: user.name })}
        >
          {user.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{theirs.map((role) => t(`roles.${role}`)).join(', ')}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('app:language')}</Menu.Label>
        <Menu.RadioGroup
          value={i18n.language}
          onChange={(code) => {
            const chosen = languages.find((language) => language.code === code);
            if (chosen) void chooseLanguage(chosen);
          }}
        >
          {languages.map(({ code, name }) => (
            <Menu.RadioItem key={code} value={code} lang={code}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

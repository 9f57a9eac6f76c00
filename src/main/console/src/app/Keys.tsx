import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useHotkeys, useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSequence } from '@/lib/use-sequence';
import type { Page } from './pages';

/** The keys that work on every page, and the dialog that lists them. */
export function Keys({ pages }: { pages: readonly Page[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, dialog] = useDisclosure(false);
  useHotkeys([
    ['shift+?', dialog.open],
    ['/', () => document.querySelector<HTMLInputElement>('[data-search]')?.focus()],
  ]);
  useSequence(
    'g',
    useCallback(
      (key: string) => {
        const page = pages.find((candidate) => candidate.key === key);
        if (page) void navigate({ to: page.to });
      },
      [pages, navigate],
    ),
  );
  const keys: [string[], string][] = [
    [['Ctrl', 'K'], t('keys.palette')],
    [['?'], t('keys.help')],
    [['/'], t('keys.search')],
    [['j'], t('keys.next')],
    [['k'], t('keys.previous')],
    [['Enter'], t('keys.open')],
  ];
  return (
    <Modal
      opened={open}
      onClose={dialog.close}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="xs">
        {keys.map(([pressed, what]) => (
          <Group key={what} justify="space-between">
            <Text size="sm">{what}</Text>
            <Group gap={4}>
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
        {pages.map(({ to, name, key }) => (
          <Group key={to} justify="space-between">
            <Text size="sm">{t('keys.goTo', { page: t(`pages.${name}`) })}</Text>
            <Group gap={4}>
              <Kbd>g</Kbd>
              <Text size="xs">{t('keys.then')}</Text>
              <Kbd>{key}</Kbd>
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}

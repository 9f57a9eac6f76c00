import { Group, Kbd, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { Fragment, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type app from '@/locales/en/app.json';
import { controlKey, setSingleKeys, singleKeys, useSingleKeys } from '@/lib/single-keys';
import { useSequence } from '@/lib/use-sequence';
import type { Page } from './pages';

type KeysProps = { pages: readonly Page[]; opened: boolean; onOpen: () => void; onClose: () => void };
type Section = {
  name: keyof typeof app.keys.sections;
  /** Pressed together, or after another where `then` is set. */
  keys: { pressed: string[]; what: string; then?: boolean }[];
};

/** The keys that work on every page, and the dialog that lists them and those of single pages. */
export function Keys({ pages, opened, onOpen, onClose }: KeysProps) {
  const { t } = useTranslation();
  const on = useSingleKeys();
  useGlobalKeys(pages, onOpen);
  const sections: Section[] = [
    {
      name: 'everywhere',
      keys: [
        { pressed: [controlKey, 'K'], what: t('keys.palette') },
        { pressed: ['?'], what: t('keys.help') },
        { pressed: ['/'], what: t('keys.search') },
        { pressed: ['Esc'], what: t('keys.close') },
      ],
    },
    {
      name: 'lists',
      keys: [
        { pressed: ['j'], what: t('keys.next') },
        { pressed: ['k'], what: t('keys.previous') },
        { pressed: ['Enter'], what: t('keys.open') },
      ],
    },
    {
      name: 'chats',
      keys: [
        { pressed: [controlKey, 'Enter'], what: t('keys.send') },
        { pressed: ['Esc'], what: t('keys.leaveChat') },
      ],
    },
    {
      name: 'editors',
      keys: [
        { pressed: [controlKey, 'S'], what: t('keys.save') },
        { pressed: [controlKey, 'Z'], what: t('keys.undo') },
        { pressed: [controlKey, 'Shift', 'Z'], what: t('keys.redo') },
        { pressed: ['↓'], what: t('keys.nextStep') },
        { pressed: ['↑'], what: t('keys.previousStep') },
        { pressed: ['F8'], what: t('keys.nextProblem') },
        { pressed: ['Shift', 'F8'], what: t('keys.previousProblem') },
      ],
    },
    {
      name: 'pages',
      keys: pages.map(({ name, key }) => ({ pressed: ['g', key], what: t(`pages.${name}`), then: true })),
    },
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="md">
        <Switch
          label={t('keys.single')}
          description={t('keys.singleText')}
          checked={on}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        {sections.map(({ name, keys }) => (
          <Stack key={name} gap="xs" component="section" aria-label={t(`keys.sections.${name}`)}>
            <Title order={3} size="h6">
              {t(`keys.sections.${name}`)}
            </Title>
            {keys.map(({ pressed, what, then = false }) => (
              <Group key={what} justify="space-between" wrap="nowrap">
                <Text size="sm">{what}</Text>
                <Group gap={4} dir="ltr" wrap="nowrap">
                  {pressed.map((key, index) => (
                    <Fragment key={key}>
                      {then && index > 0 && <Text size="xs">{t('keys.then')}</Text>}
                      <Kbd>{key}</Kbd>
                    </Fragment>
                  ))}
                </Group>
              </Group>
            ))}
          </Stack>
        ))}
      </Stack>
    </Modal>
  );
}

function useGlobalKeys(pages: readonly Page[], onHelp: () => void): void {
  const navigate = useNavigate();
  useHotkeys([
    ['shift+?', () => singleKeys() && onHelp()],
    ['/', () => singleKeys() && document.querySelector<HTMLInputElement>('[data-search]')?.focus()],
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
}

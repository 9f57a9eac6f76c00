import { ActionIcon, Drawer, Kbd, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** A button that opens what a page has to say about itself, a paragraph each; nothing is fetched for it. */
export function Help({ page, paragraphs }: { page: string; paragraphs: string[] }) {
  const { t } = useTranslation();
  const [open, panel] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="default" size="lg" aria-label={t('help.label')} onClick={panel.open}>
        <CircleHelp size={18} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={open}
        onClose={panel.close}
        position="right"
        size="sm"
        title={t('help.title', { page })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack gap="sm">
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} size="sm">
              {paragraph}
            </Text>
          ))}
          <Text size="sm" c="dimmed">
            {t('help.keys')}: <Kbd>?</Kbd>
          </Text>
        </Stack>
      </Drawer>
    </>
  );
}

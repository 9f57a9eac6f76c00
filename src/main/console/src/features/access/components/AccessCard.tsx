import { Anchor, Center, Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '@/lib/i18n';

/** The one card of the pages shown before anyone is signed in. */
export function AccessCard({ title, children }: { title: string; children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <Center component="main" mih="calc(100dvh - 56px)" p="md" id="main" tabIndex={-1}>
      <Paper withBorder shadow="sm" p="xl" w="100%" maw={420}>
        <Stack>
          <Title order={1} size="h3">
            {title}
          </Title>
          {children}
          <Group justify="center" gap="md">
            {languages.map((language) => (
              <Anchor
                key={language.code}
                component="button"
                type="button"
                size="sm"
                lang={language.code}
                aria-pressed={language.code === i18n.language}
                underline={language.code === i18n.language ? 'never' : 'always'}
                c={language.code === i18n.language ? 'dimmed' : undefined}
                onClick={() => void chooseLanguage(language)}
              >
                {language.name}
              </Anchor>
            ))}
          </Group>
        </Stack>
      </Paper>
    </Center>
  );
}

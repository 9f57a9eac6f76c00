import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TextValues } from '../desk';

type ClosedTextsProps = {
  texts: TextValues[];
  onChange: (texts: TextValues[]) => void;
  problem: (pointer: string) => string | undefined;
  disabled: boolean;
};

/** What customers are told who wait for a person while it is closed, in each language. */
export function ClosedTexts({ texts, onChange, problem, disabled }: ClosedTextsProps) {
  const { t } = useTranslation('settings');
  const change = (key: string, part: Partial<TextValues>) =>
    onChange(texts.map((text) => (text.key === key ? { ...text, ...part } : text)));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('desk.closedText')}
      </Text>
      {texts.map(({ key, language, text }) => (
        <Group key={key} gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            w={84}
            label={t('desk.language')}
            maxLength={10}
            disabled={disabled}
            value={language}
            onChange={(event) => change(key, { language: event.currentTarget.value })}
            error={language.trim() === '' ? t('desk.languageMissing') : undefined}
          />
          <Textarea
            flex={1}
            dir="auto"
            label={t('desk.said', { language })}
            autosize
            maxLength={1000}
            disabled={disabled}
            value={text}
            onChange={(event) => change(key, { text: event.currentTarget.value })}
            error={problem(`/closedText/${language}`)}
          />
          {!disabled && (
            <ActionIcon
              mt={28}
              variant="subtle"
              color="gray"
              aria-label={t('desk.removeText', { language })}
              onClick={() => onChange(texts.filter((other) => other.key !== key))}
            >
              <X size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() =>
              onChange([...texts, { key: `new-${texts.length}-${Date.now()}`, language: '', text: '' }])
            }
          >
            {t('desk.addText')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

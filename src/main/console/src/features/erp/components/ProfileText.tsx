import { Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from './ConnectionForm';
import classes from './Erp.module.css';

/** The whole profile as it is written: what the table cannot say is said here. */
export function ProfileText({ connection, draft, mayEdit, onChange }: EditorProps) {
  const { t } = useTranslation('erp');
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('text.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('text.text')}
        </Text>
        <details>
          <summary>
            <Text span size="sm">
              {t('text.show')}
            </Text>
          </summary>
          <Textarea
            mt="sm"
            className={classes.mono}
            aria-label={t('text.title')}
            autosize
            minRows={8}
            maxRows={30}
            dir="ltr"
            spellCheck={false}
            readOnly={!mayEdit}
            value={draft.text ?? connection.profile.text}
            onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          />
        </details>
      </Stack>
    </Paper>
  );
}

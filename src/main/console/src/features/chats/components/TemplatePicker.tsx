import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormattedText } from '@/components/FormattedText';
import { LoadError } from '@/components/States';
import { gateway } from '@/lib/gateway';
import type { Chat, SendableTemplate } from '../api/chats';
import { useSendMessage } from '../api/send';
import classes from './Chats.module.css';

const label = ({ name, language }: SendableTemplate) => `${name} · ${language}`;
const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;

/** Outside the 24 hours: a template, its blanks, and how the customer will read it. */
export function TemplatePicker({ chat }: { chat: Chat }) {
  const { t } = useTranslation('chats');
  const templates = gateway.useQuery('get', '/api/v1/conversations/{contactId}/templates', {
    params: { path: { contactId: chat.contactId } },
  });
  const [chosen, setChosen] = useState('');
  if (templates.isError)
    return (
      <LoadError
        what={t('template.failed')}
        error={templates.error as Error}
        onRetry={() => void templates.refetch()}
      />
    );
  if (!templates.data) return null;
  const all = templates.data.templates;
  if (all.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('template.none')}
      </Text>
    );
  const template = all.find((one) => label(one) === chosen);
  return (
    <Stack gap="xs" data-template-picker>
      <NativeSelect
        label={t('template.label')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: t('template.choose') },
          ...all.map((one) => ({ value: label(one), label: label(one) })),
        ]}
      />
      {template && (
        <Blanks key={label(template)} chat={chat} template={template} onSent={() => setChosen('')} />
      )}
    </Stack>
  );
}

function Blanks({ chat, template, onSent }: { chat: Chat; template: SendableTemplate; onSent: () => void }) {
  const { t } = useTranslation('chats');
  const { send, isPending, error } = useSendMessage(chat.contactId);
  const [values, setValues] = useState<Record<string, string>>({});
  const missing = template.blanks.some(({ key }) => (values[key] ?? '').trim() === '');
  const category = categories.find((known) => known === template.category);
  if (template.file != null) return <Text size="sm">{t('template.header')}</Text>;
  const submit = () =>
    send(
      {
        template: {
          name: template.name,
          language: template.language,
          params: template.blanks.map(({ key }) => values[key] ?? ''),
        },
      },
      onSent,
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && !isPending) submit();
      }}
    >
      <Stack gap="xs">
        {template.blanks.map(({ key, name, example }) => (
          <TextInput
            key={key}
            required
            size="sm"
            label={t('template.blank', { name })}
            placeholder={example}
            value={values[key] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setValues((before) => ({ ...before, [key]: value }));
            }}
          />
        ))}
        <div className={classes.preview} role="group" aria-label={t('template.preview')}>
          <p className={classes.words} dir="auto">
            <FormattedText text={filled(template, values)} />
          </p>
          {template.footer && (
            <Text size="xs" c="dimmed">
              {template.footer}
            </Text>
          )}
        </div>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {category && t('template.cost', { category: t(`template.categories.${category}`) })}
          </Text>
          <Button type="submit" loading={isPending} disabled={missing}>
            {t('template.send')}
          </Button>
        </Group>
        {error && (
          <Text size="sm" c="red" role="alert">
            {t('composer.failed', { why: error.message })}
          </Text>
        )}
      </Stack>
    </form>
  );
}

/** As the customer reads it; a blank that is not filled shows its name. */
export function filled(template: SendableTemplate, values: Record<string, string>): string {
  const fill = (text: string, part: string) =>
    text.replaceAll(/{{([a-z0-9_]+)}}/g, (whole, name: string) => {
      const value = values[`${part}.${name}`];
      return value === undefined || value === '' ? whole : value;
    });
  const header = template.header ? `*${fill(template.header, 'header')}*\n\n` : '';
  return header + fill(template.body, 'body');
}

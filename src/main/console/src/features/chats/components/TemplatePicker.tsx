import { Button, FileButton, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessagePreview } from '@/components/MessageBubble';
import { LoadError } from '@/components/States';
import { gateway, type Schemas } from '@/lib/gateway';
import type { Chat, SendableTemplate } from '../api/chats';
import { keepFile, useSendMessage } from '../api/send';

const label = ({ name, language }: SendableTemplate) => `${name} · ${language}`;
const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;
/** What WhatsApp takes above a template; the gateway looks at the file itself once more. */
const accepted: Record<string, string> = {
  IMAGE: 'image/jpeg,image/png',
  VIDEO: 'video/mp4,video/3gpp',
  DOCUMENT: '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt',
};

/** Outside the 24 hours: a template, its blanks, and how the customer will read it. */
export function TemplatePicker({ chat, asked }: { chat: Chat; asked: number }) {
  const { t } = useTranslation('chats');
  const templates = gateway.useQuery('get', '/api/v1/conversations/{contactId}/templates', {
    params: { path: { contactId: chat.contactId } },
  });
  const [chosen, setChosen] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const loaded = templates.isSuccess;
  useEffect(() => {
    if (asked > 0 && loaded) select.current?.focus();
  }, [asked, loaded]);
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
    <Stack gap="xs">
      <NativeSelect
        ref={select}
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
  const [file, setFile] = useState<Schemas['ChatFile'] | null>(null);
  const missing =
    template.blanks.some(({ key }) => (values[key] ?? '').trim() === '') ||
    (template.file != null && file === null);
  const category = categories.find((known) => known === template.category);
  const submit = () =>
    send(
      {
        template: {
          name: template.name,
          language: template.language,
          header: file?.link,
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
        {template.file != null && (
          <HeaderFile chat={chat} kind={template.file} file={file} onFile={setFile} />
        )}
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
        <MessagePreview
          label={t('template.preview')}
          picture={t('template.preview')}
          message={{
            media: mediaOf(template, file),
            text: filled(template, values),
            footer: template.footer ?? null,
            replies: template.buttons.map((title) => ({ kind: 'send' as const, label: title })),
          }}
        />
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

type HeaderFileProps = {
  chat: Chat;
  kind: string;
  file: Schemas['ChatFile'] | null;
  onFile: (file: Schemas['ChatFile']) => void;
};

/** The picture, film or document above the words, handed to the gateway for this customer. */
function HeaderFile({ chat, kind, file, onFile }: HeaderFileProps) {
  const { t } = useTranslation('chats');
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (chosen: File | null) => {
    if (!chosen) return;
    setLoading(true);
    setProblem(null);
    keepFile(chat.contactId, chosen)
      .then(onFile)
      .catch((error: Error) => setProblem(error.message))
      .finally(() => setLoading(false));
  };
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <FileButton accept={accepted[kind]} onChange={keep}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={loading}
              leftSection={<Paperclip size={14} aria-hidden />}
            >
              {t(`template.files.${nameOf(kind)}`)}
            </Button>
          )}
        </FileButton>
        <Text size="sm">{file?.filename ?? t('template.noFile')}</Text>
      </Group>
      {problem !== null && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}

const nameOf = (kind: string) => (kind === 'IMAGE' || kind === 'VIDEO' ? kind : 'DOCUMENT');

function mediaOf(template: SendableTemplate, file: Schemas['ChatFile'] | null) {
  if (template.file == null) return null;
  const url = file && file.link.replace('/media/', '/api/v1/media/');
  return { kind: template.file.toLowerCase(), name: file?.filename ?? template.file, url };
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

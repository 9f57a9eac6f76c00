import { ActionIcon, Alert, Button, Group, Loader, Modal, Text, Textarea } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { Paperclip, SendHorizontal } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/http';
import { useMay } from '@/lib/session';
import { relativeTime } from '@/lib/time';
import type { Chat } from '../api/chats';
import { useDraft } from '../api/draft';
import { useHold } from '../api/hold';
import { uploadFile, useSendMessage, type Message } from '../api/send';
import { useWindow } from '../api/window';
import classes from './Chats.module.css';
import { useColleague, useOwner } from './owner';
import { Held } from './Held';
import { QuickReplies, SaveQuickReply, useQuickReplies } from './QuickReplies';
import { TemplatePicker } from './TemplatePicker';

const most = 4096;

type ComposerProps = {
  chat: Chat;
  /** How often a template was asked for, as where WhatsApp has refused free words. */
  templates: number;
  /** Free words after all. */
  onWords: () => void;
};

/** What can be said now: anything while the 24 hours run, else a template. The gateway decides when it is sent. */
export function Composer({ chat, templates, onWords }: ComposerProps) {
  const { t } = useTranslation('chats');
  const may = useMay();
  const { online } = useNetwork();
  const { open, ends } = useWindow(chat);
  const [draft, setDraft] = useDraft(chat.contactId);
  const held = useHold(chat.contactId);
  if (!may('CHATS_ANSWER'))
    return (
      <footer className={classes.composer}>
        <Text size="sm" c="dimmed">
          {t('composer.readOnly')}
        </Text>
      </footer>
    );
  if (!online)
    return (
      <footer className={classes.composer} data-composer>
        <Text size="sm" role="status">
          {t('composer.offline')}
        </Text>
      </footer>
    );
  if (held)
    return (
      <footer className={classes.composer} data-composer>
        <Held contactId={chat.contactId} service={held} />
        {draft !== '' && <Kept draft={draft}>{t('held.kept')}</Kept>}
      </footer>
    );
  if (open && templates === 0)
    return (
      <footer className={classes.composer} data-composer>
        <TextComposer chat={chat} draft={draft} onDraft={setDraft} />
      </footer>
    );
  return (
    <footer className={classes.composer} data-composer>
      {open ? (
        <Button size="compact-sm" variant="default" className={classes.older} onClick={onWords}>
          {t('composer.words')}
        </Button>
      ) : (
        <Text size="sm" fw={500} role="status">
          {ends === null ? t('window.neverText') : t('window.closedSince', { ago: relativeTime(ends) })}
        </Text>
      )}
      {draft !== '' && <Kept draft={draft}>{open ? t('window.kept') : t('window.closedWhile')}</Kept>}
      <TemplatePicker chat={chat} asked={templates} />
    </footer>
  );
}

/** What was begun to be written, which cannot be sent now. */
function Kept({ draft, children }: { draft: string; children: string }) {
  return (
    <Alert variant="outline" color="yellow" py="xs">
      <Text size="sm">{children}</Text>
      <Text size="sm" c="dimmed" lineClamp={3} dir="auto">
        {draft}
      </Text>
    </Alert>
  );
}

type TextComposerProps = { chat: Chat; draft: string; onDraft: (text: string) => void };

function TextComposer({ chat, draft, onDraft }: TextComposerProps) {
  const { t } = useTranslation('chats');
  const owner = useOwner(chat);
  const colleague = useColleague(chat);
  const { send, isPending, error, reset } = useSendMessage(chat.contactId);
  const [waiting, setWaiting] = useState<{ message: Message; sent: () => void } | null>(null);
  const [asking, dialog] = useDisclosure(false);
  const [uploading, setUploading] = useState(false);
  const [unread, setUnread] = useState<string | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const quick = useQuickReplies(draft);
  const failure = unread ?? (isHeld(error) ? t('held.refused') : error?.message);

  const say = (message: Message, sent: () => void) => {
    setUnread(null);
    if (colleague === null) send(message, sent);
    else {
      setWaiting({ message, sent });
      dialog.open();
    }
  };
  const sendText = () => {
    if (draft.trim() === '' || draft.length > most || isPending) return;
    say({ text: draft }, () => onDraft(''));
    input.current?.focus();
  };
  const choose = (words: string) => {
    onDraft(words);
    input.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const first = quick?.fitting[0];
    if (event.ctrlKey || event.metaKey) sendText();
    else if (first && !event.shiftKey) choose(first.body);
    else return;
    event.preventDefault();
  };
  const sendFile = (chosen: File) => {
    setUploading(true);
    setUnread(null);
    uploadFile(chat.contactId, chosen)
      .then((message) => say(message, () => undefined))
      .catch((problem: Error) => setUnread(problem.message))
      .finally(() => setUploading(false));
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sendText();
      }}
    >
      {quick && <QuickReplies replies={quick.fitting} onRemoved={quick.refetch} onChoose={choose} />}
      <Group gap="xs" align="flex-end" wrap="nowrap" className={classes.writing}>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={t('composer.attach')}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) sendFile(chosen);
          }}
        />
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={uploading ? t('composer.uploading') : t('composer.attach')}
          disabled={uploading || isPending}
          onClick={() => file.current?.click()}
        >
          {uploading ? <Loader size={16} /> : <Paperclip size={18} aria-hidden />}
        </ActionIcon>
        <SaveQuickReply draft={draft} />
        <Textarea
          ref={input}
          className={classes.typed}
          autosize
          minRows={1}
          maxRows={6}
          aria-label={t('composer.label')}
          placeholder={t('composer.placeholder')}
          value={draft}
          dir="auto"
          error={draft.length > most ? t('composer.tooLong', { n: draft.length }) : undefined}
          onChange={(event) => {
            reset();
            onDraft(event.currentTarget.value);
          }}
          onKeyDown={onKey}
        />
        <Button
          type="submit"
          className={classes.send}
          loading={isPending}
          disabled={draft.trim() === '' || draft.length > most}
          leftSection={<SendHorizontal size={16} aria-hidden className={classes.flips} />}
        >
          {owner === 'you' ? t('composer.send') : t('composer.takeOverSend')}
        </Button>
      </Group>
      {failure && (
        <Text size="sm" c="red" role="alert" mt={4}>
          {t('composer.failed', { why: failure })}
        </Text>
      )}
      <Modal
        opened={asking}
        onClose={dialog.close}
        title={t('owner.ask', { name: colleague })}
        closeButtonProps={{ 'aria-label': t('owner.cancel') }}
      >
        <Text size="sm">{t('owner.askText', { name: colleague })}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('owner.cancel')}
          </Button>
          <Button
            onClick={() => {
              dialog.close();
              if (waiting) send({ ...waiting.message, takeOver: true }, waiting.sent);
            }}
          >
            {t('composer.takeOverSend')}
          </Button>
        </Group>
      </Modal>
    </form>
  );
}

/** The gateway holds people, whom paid time that is over keeps from writing. */
const isHeld = (error: Error | null) => error instanceof Problem && error.body.serviceId !== undefined;

import { Anchor, Badge, Button, Text } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormattedText } from '@/components/FormattedText';
import { Ticks, type TickStatus } from '@/components/Ticks';
import { Time } from '@/components/Time';
import type { Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import type { ThreadItem } from '../api/chats';
import classes from './Chats.module.css';

type Message = Schemas['MessageItem'];
const windowClosed = 131047;
const states: Record<string, TickStatus> = {
  queued: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
};

/** The types that have a word of their own; all others share one. */
const named = [
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'tap',
  'form',
  'cart',
  'reaction',
  'interactive',
  'template',
  'text',
] as const;

type ThreadMessageProps = {
  item: ThreadItem;
  message: Message;
  name: string | null;
  onTemplate: () => void;
};

export function ThreadMessage({ item, message, name, onTemplate }: ThreadMessageProps) {
  const { t } = useTranslation('chats');
  const type = named.find((known) => known === message.type) ?? 'other';
  const who = item.kind === 'in' ? (name ?? t('thread.customer')) : (message.by ?? t('thread.bot'));
  const quiet = message.type === 'erased' ? t('thread.erased') : t(`thread.types.${type}`);
  return (
    <article className={classes.message} data-direction={item.kind} aria-label={who}>
      <div className={classes.bubble}>
        {message.file && <File file={message.file} alt={message.text === '' ? quiet : message.text} />}
        {message.text !== '' ? (
          <p className={classes.words} dir="auto">
            <FormattedText text={message.text} />
          </p>
        ) : (
          !message.file && <p className={classes.quiet}>{quiet}</p>
        )}
        {message.options.length > 0 && (
          <ul className={classes.options}>
            {message.options.map((option, index) => (
              <li key={`${index}-${option}`}>
                <Badge component="span" variant="default" tt="none" size="sm">
                  {option}
                </Badge>
              </li>
            ))}
          </ul>
        )}
        <span className={classes.meta}>
          {item.kind === 'out' && (
            <span>
              {message.by
                ? t('thread.by', { name: message.by })
                : message.flow && t('thread.step', { flow: message.flow, step: message.step ?? '' })}
            </span>
          )}
          <Time at={item.at} />
          {message.ticks && <Ticks status={states[message.ticks.state] ?? 'sending'} />}
        </span>
      </div>
      {message.ticks?.state === 'failed' && <Failure ticks={message.ticks} onTemplate={onTemplate} />}
    </article>
  );
}

function Failure({ ticks, onTemplate }: { ticks: Schemas['Ticks']; onTemplate: () => void }) {
  const { t } = useTranslation('chats');
  const may = useMay();
  const closed = ticks.code === windowClosed;
  return (
    <div className={classes.failure}>
      <Text size="xs" title={ticks.reason ?? undefined}>
        {closed ? t('thread.windowClosed') : (ticks.reason ?? ticks.why)}
        {ticks.code != null && ` (${t('thread.code', { code: ticks.code })})`}
      </Text>
      {closed && may('CHATS_ANSWER') && (
        <Button size="compact-xs" variant="default" onClick={onTemplate}>
          {t('thread.sendTemplate')}
        </Button>
      )}
    </div>
  );
}

/** Only what our own gateway hands out is shown; what is elsewhere is named, and opened by who wants to. */
function File({ file, alt }: { file: Schemas['FileItem']; alt: string }) {
  const { t } = useTranslation('chats');
  const may = useMay();
  const [broken, setBroken] = useState(false);
  const link = file.link ?? null;
  const label = file.filename ?? t('thread.file');
  if (!may('PERSONAL_DATA')) return <p className={classes.quiet}>{t('thread.noPersonalData')}</p>;
  if (link === null)
    return (
      <span className={classes.file}>
        <FileText size={18} aria-hidden /> {label} · {t('thread.elsewhere', { host: hostOf(file.elsewhere) })}
      </span>
    );
  if (!broken && (file.kind === 'image' || file.kind === 'sticker'))
    return (
      <img className={classes.picture} src={link} alt={alt} onError={() => setBroken(true)} loading="lazy" />
    );
  if (!broken && file.kind === 'audio')
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a customer's voice comes without a transcript
    return <audio controls preload="none" src={link} onError={() => setBroken(true)} aria-label={label} />;
  if (!broken && file.kind === 'video')
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- a customer's film comes without a transcript
      <video
        controls
        preload="none"
        className={classes.picture}
        src={link}
        onError={() => setBroken(true)}
        aria-label={label}
      />
    );
  return (
    <Anchor href={link} target="_blank" rel="noreferrer" size="sm" className={classes.file}>
      <FileText size={18} aria-hidden /> {label}
    </Anchor>
  );
}

function hostOf(address: string | null | undefined): string {
  return address && URL.canParse(address) ? new URL(address).host : '?';
}

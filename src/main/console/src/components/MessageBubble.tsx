import { ExternalLink, List, MapPin, Phone as PhoneIcon, Reply as ReplyIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedText } from './FormattedText';
import { MediaView, type Media } from './MediaView';
import classes from './MessageBubble.module.css';

const icons = { send: ReplyIcon, list: List, location: MapPin, contact: PhoneIcon, url: ExternalLink };

/** Something that can be tapped under a message. */
type Tappable = { kind: keyof typeof icons; label: string };

type MessageBubbleProps<R extends Tappable> = {
  message: {
    media: Media | null;
    header?: string | null;
    text: string | null;
    footer: string | null;
    replies: R[];
  };
  /** What a picture shows where the message has no words. */
  picture: string;
  /** In the place of what cannot be shown. */
  note?: ReactNode;
  /** Under the words: time and ticks. */
  meta?: ReactNode;
  selected?: boolean;
  onSelect?: () => void;
  /** Without it nothing can be tapped. */
  onReply?: (reply: R) => void;
};

/** A message as a phone shows it, and under it what can be tapped; in a place with the class `whatsapp`. */
export function MessageBubble<R extends Tappable>({
  message,
  picture,
  note,
  meta,
  selected,
  onSelect,
  onReply,
}: MessageBubbleProps<R>) {
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the button with the time inside does the same by keyboard */}
      <div
        className={classes.bubble}
        data-selected={selected || undefined}
        data-tappable={onSelect ? true : undefined}
        onClick={onSelect}
      >
        {message.media && <MediaView media={message.media} alt={message.text ?? picture} />}
        {message.header && <p className={classes.heading}>{message.header}</p>}
        {message.text !== null && (
          <p className={classes.text} dir="auto">
            <FormattedText text={message.text} />
          </p>
        )}
        {note && <p className={classes.unknown}>{note}</p>}
        {message.footer && (
          <p className={classes.footer} dir="auto">
            {message.footer}
          </p>
        )}
        {meta}
      </div>
      {message.replies.length > 0 && (
        <div className={classes.replies}>
          {message.replies.map((reply, index) => (
            <ReplyButton
              key={`${index}-${reply.label}`}
              reply={reply}
              onTap={onReply && (() => onReply(reply))}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Old buttons stay tappable, as on a real phone: a late tap is something the gateway must answer. */
function ReplyButton({ reply, onTap }: { reply: Tappable; onTap?: () => void }) {
  const Icon = icons[reply.kind];
  const words = (
    <>
      <Icon size={16} aria-hidden />
      {reply.label}
    </>
  );
  return onTap ? (
    <button
      type="button"
      className={classes.reply}
      data-reply={reply.kind}
      aria-haspopup={reply.kind === 'list' || reply.kind === 'location' ? 'dialog' : undefined}
      onClick={onTap}
    >
      {words}
    </button>
  ) : (
    <span className={classes.reply}>{words}</span>
  );
}

/** A message alone, as a customer would read it. */
export function MessagePreview<R extends Tappable>({
  label,
  ...bubble
}: MessageBubbleProps<R> & { label: string }) {
  return (
    <div className={`${classes.whatsapp} ${classes.paper}`} role="group" aria-label={label}>
      <div className={classes.message}>
        <MessageBubble {...bubble} />
      </div>
    </div>
  );
}

export { classes as bubbleClasses };

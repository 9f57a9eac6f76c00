import { ExternalLink, List, MapPin, Phone as PhoneIcon, Reply as ReplyIcon } from 'lucide-react';
import { FormattedText } from '@/components/FormattedText';
import { Ticks } from '@/components/Ticks';
import { Time } from '@/components/Time';
import { clockTime } from '@/lib/time';
import type { ChatMessage } from '../../api/conversation';
import { readMessage, type Reply } from '../../wire';
import { MediaView } from './MediaView';
import classes from './Phone.module.css';

type MessageViewProps = {
  message: ChatMessage;
  reaction: string | undefined;
  selected: boolean;
  /** By pointer anywhere on the bubble, or by its button. */
  onSelect: (byButton: boolean) => void;
  onReply: (reply: Reply) => void;
};

const replyIcons = { send: ReplyIcon, list: List, location: MapPin, contact: PhoneIcon, url: ExternalLink };

export function MessageView({ message, reaction, selected, onSelect, onReply }: MessageViewProps) {
  const bubble = readMessage(message);
  const status = message.direction === 'in' ? (message.status ?? 'delivered') : message.status;
  return (
    <article
      className={classes.message}
      data-direction={message.direction}
      data-message-id={message.id}
      aria-label={message.direction === 'in' ? 'Customer' : 'Gateway'}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the button with the time inside does the same by keyboard */}
      <div className={classes.bubble} data-selected={selected || undefined} onClick={() => onSelect(false)}>
        {bubble.media && <MediaView media={bubble.media} alt={bubble.text ?? 'Picture'} />}
        {bubble.header && <p className={classes.heading}>{bubble.header}</p>}
        {bubble.text !== null && (
          <p className={classes.text}>
            <FormattedText text={bubble.text} />
          </p>
        )}
        {bubble.unknownType !== null && (
          <p className={classes.unknown}>
            This phone cannot show messages of the kind “{bubble.unknownType}”.
          </p>
        )}
        {bubble.footer && <p className={classes.footer}>{bubble.footer}</p>}
        <button
          type="button"
          className={classes.meta}
          aria-label={`Show the JSON of ${clockTime(message.at)}`}
          aria-pressed={selected}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(true);
          }}
        >
          <Time at={message.at} />
          {status && <Ticks status={status} />}
        </button>
        {reaction && <span className={classes.reaction}>{reaction}</span>}
      </div>
      {bubble.replies.length > 0 && (
        <div className={classes.replies}>
          {bubble.replies.map((reply, index) => (
            <ReplyButton key={`${index}-${reply.label}`} reply={reply} onTap={() => onReply(reply)} />
          ))}
        </div>
      )}
    </article>
  );
}

/** Old buttons stay tappable, as on a real phone: a late tap is something the gateway must answer. */
function ReplyButton({ reply, onTap }: { reply: Reply; onTap: () => void }) {
  const Icon = replyIcons[reply.kind];
  return (
    <button
      type="button"
      className={classes.reply}
      data-reply={reply.kind}
      aria-haspopup={reply.kind === 'list' || reply.kind === 'location' ? 'dialog' : undefined}
      onClick={onTap}
    >
      <Icon size={16} aria-hidden />
      {reply.label}
    </button>
  );
}

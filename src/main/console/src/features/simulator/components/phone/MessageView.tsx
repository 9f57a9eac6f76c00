import { useTranslation } from 'react-i18next';
import { bubbleClasses, MessageBubble } from '@/components/MessageBubble';
import { Ticks } from '@/components/Ticks';
import { Time } from '@/components/Time';
import { clockTime } from '@/lib/time';
import type { ChatMessage } from '../../api/conversation';
import { readMessage, type Reply } from '../../wire';
import classes from './Phone.module.css';

type MessageViewProps = {
  message: ChatMessage;
  reaction: string | undefined;
  selected: boolean;
  /** By pointer anywhere on the bubble, or by its button. */
  onSelect: (byButton: boolean) => void;
  /** Left out for those who may only read along. */
  onReply?: (reply: Reply) => void;
};

export function MessageView({ message, reaction, selected, onSelect, onReply }: MessageViewProps) {
  const { t } = useTranslation('simulator');
  const bubble = readMessage(message);
  const status = message.direction === 'in' ? (message.status ?? 'delivered') : message.status;
  return (
    <article
      className={bubbleClasses.message}
      data-direction={message.direction}
      data-message-id={message.id}
      aria-label={t(message.direction === 'in' ? 'message.customer' : 'message.gateway')}
    >
      <MessageBubble
        message={bubble}
        picture={t('message.picture')}
        note={bubble.unknownType !== null && t('message.unknown', { type: bubble.unknownType })}
        selected={selected}
        onSelect={() => onSelect(false)}
        onReply={onReply}
        meta={
          <>
            <button
              type="button"
              className={classes.meta}
              aria-label={t('message.json', { time: clockTime(message.at) })}
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
          </>
        }
      />
    </article>
  );
}

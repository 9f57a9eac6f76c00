import { notifications } from '@mantine/notifications';
import { ArrowDown } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormattedText } from '@/components/FormattedText';
import { bubbleClasses } from '@/components/MessageBubble';
import { Ticks } from '@/components/Ticks';
import { useMay } from '@/lib/session';
import { dayName } from '@/lib/time';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import type { ChatMessage } from '../../api/conversation';
import type { Customer } from '@/lib/simulated-customers';
import { readFile } from '../../api/read-file';
import { useSend, useSending, type CustomerAction } from '../../api/send-message';
import { isBubble, reactionsOf, textOfAction, type Reply, type ReplyList } from '../../wire';
import { Composer } from './Composer';
import { ListSheet } from './ListSheet';
import { LocationSheet } from './LocationSheet';
import { MessageView } from './MessageView';
import classes from './Phone.module.css';

type PhoneProps = {
  business: string;
  customer: Customer;
  messages: ChatMessage[];
  selected: string | null;
  onSelect: (messageId: string, byButton: boolean) => void;
};

type OpenSheet =
  { kind: 'list'; list: ReplyList } | { kind: 'location' } | { kind: 'link'; url: string } | null;

/** The customer's phone: everything a customer can do in WhatsApp, and nothing else. */
export function Phone({ business, customer, messages, selected, onSelect }: PhoneProps) {
  const { t } = useTranslation(['simulator', 'app']);
  const mayWrite = useMay()('FLOWS_EDIT');
  const bubbles = useMemo(() => messages.filter(isBubble), [messages]);
  const reactions = useMemo(() => reactionsOf(messages), [messages]);
  const send = useSend(customer.id);
  const sending = useSending(customer.id);
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const { box, content, onScroll, toEnd, behind } = useStickToEnd(bubbles.length + sending.length);

  const sendAction = (action: CustomerAction, giveBack?: () => void) => {
    setSheet(null);
    toEnd();
    send.mutate(action, { onError: giveBack });
  };
  const sendFile = async (file: File) => {
    try {
      sendAction(await readFile(file));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      notifications.show({ color: 'red', title: t('phone.fileNotSent'), message });
    }
  };
  const reply = (tapped: Reply) => {
    if (tapped.kind === 'send') sendAction(tapped.action);
    if (tapped.kind === 'contact') sendAction({ type: 'contact_share' });
    if (tapped.kind === 'list') setSheet({ kind: 'list', list: tapped.list });
    if (tapped.kind === 'location') setSheet({ kind: 'location' });
    if (tapped.kind === 'url') setSheet({ kind: 'link', url: tapped.url });
  };

  return (
    <section
      className={`${bubbleClasses.whatsapp} ${classes.phone}`}
      aria-label={t('phone.of', { name: customer.name })}
    >
      <div className={classes.screen} inert={sheet !== null && sheet.kind !== 'link'}>
        <header className={classes.header}>
          <span className={classes.avatar} aria-hidden>
            {business.slice(0, 1).toUpperCase()}
          </span>
          <span>
            <h2>{business}</h2>
            <span className={classes.subtitle}>{t('phone.account')}</span>
          </span>
        </header>
        <div
          ref={box}
          className={classes.log}
          role="log"
          aria-live="polite"
          aria-label={t('phone.chatOf', { name: customer.name })}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
          tabIndex={0}
          onScroll={onScroll}
        >
          <div ref={content} className={classes.entries}>
            {bubbles.map((message, index) => (
              <Fragment key={message.id}>
                {startsDay(bubbles, index) && <p className={classes.day}>{dayName(message.at)}</p>}
                <MessageView
                  message={message}
                  reaction={reactions.get(message.id)}
                  selected={message.id === selected}
                  onSelect={(byButton) => onSelect(message.id, byButton)}
                  onReply={mayWrite ? reply : undefined}
                />
              </Fragment>
            ))}
            {sending.map((action, index) => (
              <article
                key={`sending-${index}`}
                className={bubbleClasses.message}
                data-direction="in"
                aria-label={t('message.customer')}
              >
                <div className={bubbleClasses.bubble}>
                  <p className={bubbleClasses.text}>
                    <FormattedText text={textOfAction(action)} />
                  </p>
                  <span className={classes.meta}>
                    <Ticks status="sending" />
                  </span>
                </div>
              </article>
            ))}
            {bubbles.length === 0 && sending.length === 0 && (
              <div className={classes.empty}>
                <p>{t(mayWrite ? 'phone.start' : 'phone.nothing')}</p>
                {mayWrite && (
                  <button
                    type="button"
                    className={classes.suggestion}
                    onClick={() => sendAction({ type: 'text', text: 'hi' })}
                  >
                    hi
                  </button>
                )}
              </div>
            )}
          </div>
        </div>
        {behind && (
          <button type="button" className={classes.newest} onClick={toEnd}>
            <ArrowDown size={16} aria-hidden /> {t('phone.newest')}
          </button>
        )}
        {sheet?.kind === 'link' && (
          <p className={classes.linkNote} role="status">
            {t('phone.link', { url: sheet.url })}
          </p>
        )}
        {mayWrite ? (
          <Composer
            key={customer.id}
            onSend={(text, giveBack) => sendAction({ type: 'text', text }, giveBack)}
            onLocation={() => setSheet({ kind: 'location' })}
            onFile={(file) => void sendFile(file)}
          />
        ) : (
          <p className={classes.readOnly}>
            {t('phone.readOnly', { right: t('app:permissions.FLOWS_EDIT') })}
          </p>
        )}
      </div>
      {sheet?.kind === 'list' && (
        <ListSheet list={sheet.list} onSend={sendAction} onClose={() => setSheet(null)} />
      )}
      {sheet?.kind === 'location' && <LocationSheet onSend={sendAction} onClose={() => setSheet(null)} />}
    </section>
  );
}

function startsDay(messages: ChatMessage[], index: number): boolean {
  const current = messages[index];
  const previous = messages[index - 1];
  return current !== undefined && (!previous || dayName(previous.at) !== dayName(current.at));
}

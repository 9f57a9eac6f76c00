import { ExternalLink, FileText, List as ListIcon, MapPin, Phone, Reply, ShoppingBag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormattedText } from '@/components/FormattedText';
import type { Shown } from '../../api/simulation';
import { objectOf } from '../../model/flow';
import classes from './Phone.module.css';

type PhoneMessageProps = {
  message: Shown;
  /** The one that is looked at. */
  marked?: boolean;
  onSelect?: () => void;
  /** A tap on an option, by its title; without it options are only shown. */
  onTap?: (title: string) => void;
  onLocation?: () => void;
  onShare?: () => void;
};

/** A message as WhatsApp shows it, drawn from what Graph gets. */
export function PhoneMessage({
  message,
  marked = false,
  onSelect,
  onTap,
  onLocation,
  onShare,
}: PhoneMessageProps) {
  const { t } = useTranslation('flows');
  const media = mediaOf(message);
  return (
    <article className={classes.message} data-marked={marked || undefined} aria-label={t('phone.ours')}>
      <div className={classes.bubble}>
        {media && (
          <p className={classes.media}>
            {media.kind === 'location' ? (
              <MapPin size={16} aria-hidden />
            ) : (
              <FileText size={16} aria-hidden />
            )}
            <span dir="ltr">{media.name}</span>
          </p>
        )}
        {message.text && (
          <p className={classes.text} dir="auto">
            <FormattedText text={message.text} />
          </p>
        )}
        {message.footer && <p className={classes.footer}>{message.footer}</p>}
        {onSelect && (
          <button type="button" className={classes.what} aria-pressed={marked} onClick={onSelect}>
            {message.template ? t('phone.template', { name: message.template }) : message.form}
          </button>
        )}
      </div>
      <Replies message={message} onTap={onTap} onLocation={onLocation} onShare={onShare} />
    </article>
  );
}

type RepliesProps = Pick<PhoneMessageProps, 'message' | 'onTap' | 'onLocation' | 'onShare'>;

function Replies({ message, onTap, onLocation, onShare }: RepliesProps) {
  const { t } = useTranslation('flows');
  switch (message.form) {
    case 'list':
      return (
        <details className={classes.list} open>
          <summary className={classes.reply}>
            <ListIcon size={16} aria-hidden /> {message.button}
          </summary>
          {message.options.map((option) => (
            <Tap key={option.id} className={classes.row} onTap={onTap && (() => onTap(option.title))}>
              <span dir="auto">{option.title}</span>
              {option.note && (
                <span className={classes.note} dir="auto">
                  {option.note}
                </span>
              )}
            </Tap>
          ))}
        </details>
      );
    case 'location_request':
      return (
        <Tap className={classes.reply} onTap={onLocation}>
          <MapPin size={16} aria-hidden /> {t('phone.location')}
        </Tap>
      );
    case 'contact_request':
      return (
        <Tap className={classes.reply} onTap={onShare}>
          <Phone size={16} aria-hidden /> {t('phone.share')}
        </Tap>
      );
    case 'link':
      return (
        <span className={classes.reply} title={message.link}>
          <ExternalLink size={16} aria-hidden /> {message.button}
        </span>
      );
    case 'product':
    case 'products':
    case 'catalog':
      return (
        <span className={classes.reply}>
          <ShoppingBag size={16} aria-hidden /> {message.button ?? t('phone.products')}
        </span>
      );
    default:
      return message.options.map((option) => (
        <Tap key={option.id} className={classes.reply} onTap={onTap && (() => onTap(option.title))}>
          <Reply size={16} aria-hidden /> {option.title}
        </Tap>
      ));
  }
}

function Tap({
  className,
  onTap,
  children,
}: {
  className: string | undefined;
  onTap?: () => void;
  children: ReactNode;
}) {
  if (!onTap) return <span className={className}>{children}</span>;
  return (
    <button type="button" className={className} onClick={onTap}>
      {children}
    </button>
  );
}

const kinds = ['image', 'video', 'audio', 'document', 'location'];

function mediaOf({ payload }: Shown): { kind: string; name: string } | null {
  const interactive = objectOf(payload.interactive);
  const header = objectOf(interactive.header);
  const holder = kinds.includes(String(payload.type)) ? payload : header;
  const kind = String(holder.type ?? '');
  if (!kinds.includes(kind)) return null;
  const media = objectOf(holder[kind]);
  const place = [media.latitude, media.longitude].filter((part) => part !== undefined).join(', ');
  return { kind, name: String(media.filename ?? media.link ?? media.id ?? (place || kind)) };
}

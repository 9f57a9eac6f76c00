import { FileText, Image as ImageIcon, MapPin, Mic, UserRound, Video, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import classes from './MessageBubble.module.css';

export type Media = { kind: string; name: string; url: string | null };

const icons: Record<string, LucideIcon> = {
  image: ImageIcon,
  sticker: ImageIcon,
  video: Video,
  audio: Mic,
  location: MapPin,
  contacts: UserRound,
};

/** A picture of our own gateway is shown; other files are named, because the console loads nothing from elsewhere. */
export function MediaView({ media, alt }: { media: Media; alt: string }) {
  const [broken, setBroken] = useState(false);
  const source = media.kind === 'image' || media.kind === 'sticker' ? ownPath(media.url) : null;
  if (source && !broken)
    return <img className={classes.picture} src={source} alt={alt} onError={() => setBroken(true)} />;
  const Icon = icons[media.kind] ?? FileText;
  return (
    <span className={classes.media}>
      <Icon size={20} aria-hidden />
      <span>{media.name}</span>
    </span>
  );
}

/** The gateway names its files by its public address, which may not be the one this page was opened at. */
function ownPath(url: string | null): string | null {
  if (url === null || !URL.canParse(url, window.location.href)) return null;
  const parsed = new URL(url, window.location.href);
  if (parsed.protocol === 'data:') return url;
  return parsed.origin === window.location.origin ? parsed.href : null;
}

import { useEffect, useState } from 'react';
import { clockTime, clockTimeWithSeconds, exactTime, relativeTime } from '@/lib/time';

export function Time({ at, seconds = false }: { at: string; seconds?: boolean }) {
  return (
    <time dateTime={at} title={exactTime(at)}>
      {seconds ? clockTimeWithSeconds(at) : clockTime(at)}
    </time>
  );
}

const minute = 60_000;

/** How long ago, or in how long; it goes on while it is looked at. */
export function RelativeTime({ at }: { at: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}

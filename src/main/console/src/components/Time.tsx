import { clockTime, clockTimeWithSeconds, exactTime } from '@/lib/time';

export function Time({ at, seconds = false }: { at: string; seconds?: boolean }) {
  return (
    <time dateTime={at} title={exactTime(at)}>
      {seconds ? clockTimeWithSeconds(at) : clockTime(at)}
    </time>
  );
}

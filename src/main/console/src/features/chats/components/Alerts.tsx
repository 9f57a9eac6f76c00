import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLiveEvent } from '@/lib/live-context';
import { useMay } from '@/lib/session';
import { chime, soundIsOn } from '@/lib/sound';
import { titleUnread } from '@/lib/window-title';
import { chatCounts, useChatCounts } from '../api/chats';

/** Every message of every customer may be one of mine: counted at most so often, and heard at most so often. */
const pause = 2_000;

/** Says on every page that something came to whoever sits at it: in the title, and with a sound where they want one. */
export function Alerts() {
  const may = useMay();
  const queries = useQueryClient();
  const unread = useChatCounts(may('CHATS_READ')).data?.unread;
  const before = useRef(unread);
  const ring = useThrottledCallback(() => {
    if (soundIsOn()) void chime();
  }, pause);
  const count = useThrottledCallback(() => void queries.invalidateQueries({ queryKey: chatCounts }), pause);
  /** The gateway tells only whoever has it, or where nobody has it the people of the team. */
  const heardDesk = useCallback(
    (data: unknown) => {
      count();
      if (data !== null) ring();
    },
    [count, ring],
  );
  useLiveEvent('message', count);
  useLiveEvent('conversation', count);
  useLiveEvent('desk', heardDesk);

  useEffect(() => {
    if (unread === undefined) return;
    if (before.current !== undefined && unread > before.current) ring();
    before.current = unread;
    titleUnread(unread);
  }, [unread, ring]);
  useEffect(() => () => titleUnread(0), []);
  return null;
}

import { useEffect, useState } from 'react';
import type { Chat } from './chats';

const minute = 60_000;
const soon = 60 * minute;

export type ChatWindow = {
  open: boolean;
  ends: string | null;
  soon: boolean;
  hours: number;
  minutes: number;
};

/** How long free words still go out; the gateway has the last word when something is sent. */
export function windowOf(chat: Chat, now: number): ChatWindow {
  const ends = chat.windowEnds ?? null;
  const left = ends === null ? 0 : Date.parse(ends) - now;
  const whole = Math.max(0, Math.floor(left / minute));
  return {
    open: chat.windowOpen && left > 0,
    ends,
    soon: left < soon,
    hours: Math.floor(whole / 60),
    minutes: whole % 60,
  };
}

/** The same as time goes by. */
export function useWindow(chat: Chat): ChatWindow {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return windowOf(chat, now);
}

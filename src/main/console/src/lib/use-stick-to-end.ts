import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const nearEnd = 48;

/**
 * Keeps a scrolling box at its newest entry, unless the reader has scrolled up to older ones.
 * `version` changes whenever something is added. `content` is for what is in the box where it grows by
 * itself, and not because the reader opens something. `above` changes whenever something older comes above
 * what is read, which stays where it is if `holdPlace` was called when it was asked for.
 */
export function useStickToEnd(version: unknown, above?: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const top = useRef(0);
  const heightBefore = useRef<number | null>(null);
  const [behind, setBehind] = useState(false);

  const toEnd = useCallback(() => {
    following.current = true;
    setBehind(false);
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  const stopFollowing = useCallback(() => {
    following.current = false;
  }, []);

  const holdPlace = useCallback(() => {
    following.current = false;
    heightBefore.current = box.current?.scrollHeight ?? null;
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || heightBefore.current === null) return;
    element.scrollTop += element.scrollHeight - heightBefore.current;
    heightBefore.current = null;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `above` is the reason to run, not something read
  }, [above]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop } = element;
    if (element.scrollHeight - scrollTop - element.clientHeight < nearEnd) {
      following.current = true;
      setBehind(false);
    } else if (scrollTop < top.current) {
      // only a reader scrolls up; the event of our own scrolling may come after the content has grown on
      following.current = false;
    }
    top.current = scrollTop;
  }, []);

  useLayoutEffect(() => {
    if (following.current) toEnd();
    else setBehind(true);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `version` is the reason to run, not something read
  }, [version, toEnd]);

  // The box shrinks when a notice appears above it or the composer grows; the end must stay in view.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (following.current) toEnd();
    });
    observer.observe(element);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, [toEnd]);

  return { box, content, onScroll, toEnd, stopFollowing, holdPlace, behind };
}

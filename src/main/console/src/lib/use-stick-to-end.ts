import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const nearEnd = 48;

/**
 * Keeps a scrolling box at its newest entry, unless the reader has scrolled up to older ones.
 * `version` changes whenever something is added.
 */
export function useStickToEnd(version: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
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

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    following.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    if (following.current) setBehind(false);
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
    return () => observer.disconnect();
  }, [toEnd]);

  return { box, onScroll, toEnd, stopFollowing, behind };
}

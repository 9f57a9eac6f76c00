import { useRouterState } from '@tanstack/react-router';
import { createContext, use, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { titlePage } from './window-title';

const LastPathContext = createContext<RefObject<string | null>>({ current: null });

/** Remembers, for all pages in it, which one was opened last. */
export function ArrivalProvider({ children }: { children: ReactNode }) {
  const lastPathRef = useRef<string>(null);
  return <LastPathContext value={lastPathRef}>{children}</LastPathContext>;
}

/**
 * For the heading of a page, which takes the focus when somebody comes from another page: they hear where they are, and
 * Tab goes on from there. The first page of a visit leaves it at the top. The window has the title, too.
 */
export function usePageTitle(title: string): RefObject<HTMLHeadingElement | null> {
  const lastPathRef = use(LastPathContext);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const heading = useRef<HTMLHeadingElement>(null);
  const arrivedAt = useRef(path);
  useEffect(() => {
    if (lastPathRef.current !== null && lastPathRef.current !== arrivedAt.current) heading.current?.focus();
    lastPathRef.current = arrivedAt.current;
  }, [lastPathRef]);
  useEffect(() => {
    titlePage(title);
    return () => titlePage('');
  }, [title]);
  return heading;
}

import type { ReactNode } from 'react';
import classes from './FormattedText.module.css';

/** Text with WhatsApp's own marks: *bold* _italic_ ~strike~ `code` ```block```. Links are shown, never opened. */
export function FormattedText({ text }: { text: string }) {
  return <>{format(text)}</>;
}

const code = /```([\s\S]+?)```|`([^`\n]+)`/;
const marked = /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/u;
const link = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/;

function format(text: string): ReactNode[] {
  return split(text, code, (match) => <code>{match[1] ?? match[2]}</code>, formatMarks);
}

function formatMarks(text: string): ReactNode[] {
  return split(text, link, (match) => <span className={classes.link}>{match[0]}</span>, formatStyles);
}

function formatStyles(text: string): ReactNode[] {
  return split(
    text,
    marked,
    (match) => styled(match[1] ?? '', formatStyles(match[2] ?? '')),
    (rest) => [rest],
  );
}

function styled(mark: string, children: ReactNode): ReactNode {
  if (mark === '*') return <strong>{children}</strong>;
  if (mark === '_') return <em>{children}</em>;
  return <s>{children}</s>;
}

/** Cuts the text at each match: the match becomes an element, what lies between goes to `others`. */
function split(
  text: string,
  pattern: RegExp,
  element: (match: RegExpExecArray) => ReactNode,
  others: (rest: string) => ReactNode[],
): ReactNode[] {
  const match = pattern.exec(text);
  if (!match) return text === '' ? [] : others(text);
  const after = text.slice(match.index + match[0].length);
  return [
    ...(match.index > 0 ? others(text.slice(0, match.index)) : []),
    <span key={`${match.index}-${after.length}`}>{element(match)}</span>,
    ...split(after, pattern, element, others),
  ];
}

import { useEffect, useState } from 'react';
import { lint, type Finding } from '../../api/flows';

const pauseMillis = 350;

/** What the gateway's linter says of the text, a moment after the last change; until then what it said before. */
export function useLint(text: string): Finding[] {
  const [findings, setFindings] = useState<Finding[]>([]);
  useEffect(() => {
    const stopped = new AbortController();
    const timer = setTimeout(() => {
      lint(text, stopped.signal).then(setFindings, () => undefined);
    }, pauseMillis);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [text]);
  return findings;
}

import { Badge } from '@mantine/core';
import { colours, useWords } from '../words';

/** How a template stands, in words. */
export function StatusBadge({ status }: { status: string }) {
  const words = useWords();
  const colour = colours[status];
  return (
    <Badge variant={colour ? 'light' : 'default'} color={colour} title={status}>
      {words.status(status)}
    </Badge>
  );
}

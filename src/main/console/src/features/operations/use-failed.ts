import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/components/notify';
import { gateway, type Schemas } from '@/lib/gateway';

export type Failed = Schemas['FailedView'];
export type Result = Schemas['RetryResult'];

/** What can be done about failed messages; `stays` is what could not be done the last time, and why. */
export function useFailed(onDone: () => void) {
  const { t } = useTranslation('operations');
  const queries = useQueryClient();
  const [stays, setStays] = useState<Result[]>([]);
  const heard = {
    onSuccess: ({ results }: Schemas['ResultList']) => {
      const sent = results.filter(({ outcome }) => outcome === 'sent-again').length;
      const discarded = results.filter(({ outcome }) => outcome === 'discarded').length;
      if (sent > 0) notify({ color: 'teal', message: t('failed.sent', { count: sent }) });
      if (discarded > 0) notify({ message: t('failed.discarded', { count: discarded }) });
      setStays(results.filter(({ outcome }) => outcome !== 'sent-again' && outcome !== 'discarded'));
      onDone();
    },
    onError: (error: Error) => notify({ color: 'red', title: t('failed.notDone'), message: error.message }),
    onSettled: () => {
      void queries.invalidateQueries({
        predicate: ({ queryKey: [, path] }) =>
          typeof path === 'string' && /^\/api\/v1\/(failed-messages|attention|queues)/.test(path),
      });
    },
  };
  const retry = gateway.useMutation('post', '/api/v1/failed-messages/retry', heard);
  const reword = gateway.useMutation('post', '/api/v1/failed-messages/in-other-words', heard);
  const discard = gateway.useMutation('post', '/api/v1/failed-messages/discard', heard);
  return { retry, reword, discard, stays, forget: () => setStays([]) };
}

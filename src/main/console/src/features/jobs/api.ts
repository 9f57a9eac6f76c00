import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { gateway, type Schemas } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';

export type Job = Schemas['JobView'];
export type Jobs = Schemas['JobsView'];

export const jobsKey = gateway.queryOptions('get', '/api/jobs').queryKey;

/** All job positions; asked again when somebody changes one. */
export function useJobs() {
  const queries = useQueryClient();
  useLiveEvent(
    'catalog',
    useCallback(() => void queries.invalidateQueries({ queryKey: jobsKey }), [queries]),
  );
  return gateway.useQuery('get', '/api/jobs');
}

/** Shows or hides at once, and takes it back when the gateway refuses. */
export function useJobVisibility(onError: (error: Error) => void) {
  const queries = useQueryClient();
  const put = (id: string, visible: boolean) =>
    queries.setQueryData<Jobs>(
      jobsKey,
      (known) =>
        known && {
          ...known,
          jobs: known.jobs.map((job) => (job.externalJobId === id ? { ...job, visible } : job)),
        },
    );
  return gateway.useMutation('put', '/api/jobs/{externalJobId}/visibility', {
    onMutate: async ({ params, body }) => {
      await queries.cancelQueries({ queryKey: jobsKey });
      put(params.path.externalJobId, body.visible);
    },
    onError: (error, { params, body }) => {
      put(params.path.externalJobId, !body.visible);
      onError(error as Error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: jobsKey }),
  });
}

import { Alert, Badge, Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { CloudOff, RefreshCw, Search, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MasterDetail, rowClasses } from '@/components/MasterDetail';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading, NothingMatches } from '@/components/States';
import { showFailed } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { clockTime } from '@/lib/time';
import { useRowKeys } from '@/lib/use-row-keys';
import { jobsKey, useJobs, type Job } from '../api';
import { JobDetail } from './JobDetail';

type JobSearch = { q?: string };

/** The ERP's job positions, what is ours about them, and who applied. */
export function JobsPage() {
  const { t } = useTranslation('jobs');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const mayEdit = useMay()('JOBS_EDIT');
  const { jobId } = useParams({ strict: false }) as { jobId?: string };
  const search = useSearch({ strict: false }) as JobSearch;
  const jobs = useJobs();
  useRowKeys();
  const refresh = gateway.useMutation('post', '/api/jobs/refresh', {
    onSuccess: (now) => queries.setQueryData(jobsKey, now),
    onError: (error) => showFailed(error as Error),
  });
  const close = () => void navigate({ to: '/jobs', search });
  const job = jobs.data?.jobs.find(({ externalJobId }) => externalJobId === jobId);
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      fill
      actions={
        mayEdit &&
        jobs.data?.available !== false && (
          <Button
            variant="default"
            leftSection={<RefreshCw size={16} aria-hidden />}
            loading={refresh.isPending}
            onClick={() => refresh.mutate({})}
          >
            {t('refresh')}
          </Button>
        )
      }
    >
      {jobs.data?.asOf && (
        <Alert color="yellow" variant="outline" py="xs" icon={<CloudOff aria-hidden />} role="status">
          <Text size="sm">{t('stale', { time: clockTime(jobs.data.asOf) })}</Text>
        </Alert>
      )}
      {jobs.isError && !jobs.data ? (
        <LoadError what={t('noList')} error={jobs.error as Error} onRetry={() => void jobs.refetch()} />
      ) : jobs.data && !jobs.data.available ? (
        <Empty>{t('notSet')}</Empty>
      ) : (
        <MasterDetail
          listLabel={t('list')}
          detailLabel={t('configuration')}
          open={jobId !== undefined}
          list={
            jobs.data ? (
              <JobList
                jobs={jobs.data.jobs}
                search={search}
                selected={jobId}
                onSearch={(q) =>
                  void navigate({
                    to: jobId ? '/jobs/$jobId' : '/jobs',
                    params: { jobId },
                    search: { q: q || undefined },
                    replace: true,
                  })
                }
              />
            ) : (
              <Loading label={t('list')}>
                <Stack p="sm">
                  {[1, 2, 3, 4].map((row) => (
                    <Skeleton key={row} h={40} />
                  ))}
                </Stack>
              </Loading>
            )
          }
          detail={
            job ? (
              <JobDetail key={job.externalJobId} job={job} flows={jobs.data?.flows ?? []} onBack={close} />
            ) : jobId && jobs.data ? (
              <Empty action={<Button onClick={close}>{t('back')}</Button>}>
                {t('unknown', { id: jobId })}
              </Empty>
            ) : (
              <Stack align="center" gap={4} py="xl">
                <Title order={2} size="h4">
                  {t('select.title')}
                </Title>
                <Text c="dimmed" size="sm">
                  {t('select.text')}
                </Text>
              </Stack>
            )
          }
        />
      )}
    </Page>
  );
}

type JobListProps = {
  jobs: Job[];
  search: JobSearch;
  selected: string | undefined;
  onSearch: (q: string) => void;
};

function JobList({ jobs, search, selected, onSearch }: JobListProps) {
  const { t } = useTranslation('jobs');
  const words = (search.q ?? '').toLowerCase();
  const found = jobs.filter(({ name, department, externalJobId }) =>
    `${name} ${department} ${externalJobId}`.toLowerCase().includes(words),
  );
  if (jobs.length === 0) return <Empty>{t('empty')}</Empty>;
  return (
    <Stack gap={0}>
      <TextInput
        m="sm"
        data-search
        leftSection={<Search size={16} aria-hidden />}
        placeholder={t('search')}
        aria-label={t('search')}
        value={search.q ?? ''}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      {found.length === 0 && <NothingMatches onClear={() => onSearch('')} />}
      {found.map((job) => (
        <div
          key={job.externalJobId}
          className={rowClasses.row}
          data-selected={job.externalJobId === selected || undefined}
        >
          <Link
            to="/jobs/$jobId"
            params={{ jobId: job.externalJobId }}
            search={search}
            className={rowClasses.open}
            data-row
            aria-current={job.externalJobId === selected ? 'true' : undefined}
          >
            <span className={rowClasses.words}>
              <Text component="span" size="sm" fw={600} display="block" dir="auto">
                {job.name}
              </Text>
              <Text component="span" size="xs" c="dimmed" display="block" dir="auto">
                {job.department || job.externalJobId}
              </Text>
              <Group component="span" gap={4} mt={2}>
                <Badge
                  size="xs"
                  variant="outline"
                  color={job.active && job.visible ? 'teal' : 'gray'}
                  tt="none"
                >
                  {t(!job.active ? 'inactive' : job.visible ? 'visible' : 'hiddenBadge')}
                </Badge>
                {job.flow && (
                  <Badge size="xs" variant="outline" color="blue" tt="none">
                    {job.flow}
                  </Badge>
                )}
                {job.warnings.length > 0 && (
                  <Badge
                    size="xs"
                    variant="outline"
                    color="orange"
                    tt="none"
                    leftSection={<TriangleAlert size={10} aria-hidden />}
                  >
                    {t('checkName')}
                  </Badge>
                )}
              </Group>
            </span>
          </Link>
        </div>
      ))}
    </Stack>
  );
}

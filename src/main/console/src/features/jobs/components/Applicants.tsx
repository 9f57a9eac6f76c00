import { Badge, Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { showDone, showFailed } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import type { Job } from '../api';

type Applicant = Schemas['ApplicantView'];

const states = ['waiting', 'open', 'unknown', 'ok', 'refused', 'down', 'manual'] as const;
const colours: Record<string, string> = { ok: 'teal', refused: 'red', down: 'red', manual: 'orange' };

/** Who applied by WhatsApp, and whether the ERP has them. */
export function Applicants({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const { t: common } = useTranslation();
  const applicants = gateway.useQuery('get', '/api/jobs/{externalJobId}/applicants', {
    params: { path: { externalJobId: job.externalJobId } },
  });
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('applicants.title')}
      </Title>
      {applicants.isError && !applicants.data ? (
        <LoadError
          what={t('applicants.noList')}
          error={applicants.error as Error}
          onRetry={() => void applicants.refetch()}
        />
      ) : !applicants.data ? (
        <Loading label={common('loading')}>
          <Skeleton h={60} />
        </Loading>
      ) : applicants.data.applicants.length === 0 ? (
        <Empty>{t('applicants.empty')}</Empty>
      ) : (
        <Table.ScrollContainer minWidth={620}>
          <Table fz="sm" verticalSpacing={6} aria-label={t('applicants.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('applicants.name')}</Table.Th>
                <Table.Th>{t('applicants.phone')}</Table.Th>
                <Table.Th>{t('applicants.cv')}</Table.Th>
                <Table.Th>{t('applicants.state')}</Table.Th>
                <Table.Th>{t('applicants.id')}</Table.Th>
                <Table.Th>{t('applicants.when')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {applicants.data.applicants.map((applicant) => (
                <Row key={`${applicant.contactId} ${applicant.key}`} applicant={applicant} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function Row({ applicant }: { applicant: Applicant }) {
  const { t } = useTranslation('jobs');
  const mayEdit = useMay()('JOBS_EDIT');
  const queries = useQueryClient();
  const retry = gateway.useMutation('post', '/api/jobs/applicants/{contactId}/{key}/retry', {
    onSuccess: ({ state, reason }) =>
      state === 'ok'
        ? showDone(t('applicants.retried', { name: applicant.name }))
        : showFailed(new Error(reason ?? t('applicants.retrying', { name: applicant.name }))),
    onError: (error) => showFailed(error as Error),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/api/jobs/{externalJobId}/applicants'] }),
  });
  const state = states.find((known) => known === applicant.state) ?? 'unknown';
  return (
    <Table.Tr>
      <Table.Td dir="auto">{applicant.name}</Table.Td>
      <Table.Td>
        <span dir="ltr">{applicant.phone}</span>
      </Table.Td>
      <Table.Td dir="auto">
        {applicant.cv === 'NONE'
          ? t('applicants.noCv')
          : applicant.cv === 'GONE'
            ? t('applicants.cvGone')
            : applicant.filename}
      </Table.Td>
      <Table.Td>
        <Stack gap={4} align="flex-start">
          <Badge variant="outline" color={colours[state] ?? 'gray'} tt="none">
            {t(`applicants.states.${state}`)}
          </Badge>
          {applicant.reason && (
            <Text size="xs" c="dimmed">
              {applicant.reason}
            </Text>
          )}
          {mayEdit && applicant.mayRetry && (
            <Button
              size="compact-xs"
              variant="default"
              loading={retry.isPending}
              aria-label={t('applicants.retryWhat', { name: applicant.name })}
              onClick={() =>
                retry.mutate({ params: { path: { contactId: applicant.contactId, key: applicant.key } } })
              }
            >
              {t('applicants.retry')}
            </Button>
          )}
        </Stack>
      </Table.Td>
      <Table.Td dir="ltr">{applicant.externalApplicantId ?? '–'}</Table.Td>
      <Table.Td>
        <RelativeTime at={applicant.at} />
      </Table.Td>
    </Table.Tr>
  );
}

import { Alert, Badge, Button, Divider, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowSelect } from '@/components/FlowSelect';
import { ImageUpload } from '@/components/ImageUpload';
import { ListRow } from '@/components/ListRow';
import { BackToList } from '@/components/MasterDetail';
import { UploadedImages } from '@/components/UploadedImages';
import { showDone, showFailed, showUndo } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { imagePath } from '@/lib/images';
import { useMay } from '@/lib/session';
import { jobsKey, useJobVisibility, type Job } from '../api';
import { Applicants } from './Applicants';
import classes from './Jobs.module.css';

type FlowChoices = Schemas['FlowChoice'][];

export function JobDetail({ job, flows, onBack }: { job: Job; flows: FlowChoices; onBack: () => void }) {
  const { t } = useTranslation('jobs');
  return (
    <Stack p="md" gap="lg">
      <Group gap="xs">
        <BackToList onClick={onBack}>{t('back')}</BackToList>
        <Text size="xs" c="dimmed" fw={600} tt="uppercase">
          {t('configuration')}
        </Text>
      </Group>
      <div>
        <Group gap="xs">
          <Title order={2} size="h4" dir="auto">
            {job.name}
          </Title>
          <Badge variant="outline" color="gray" tt="none">
            {t('fromErp')}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed" dir="auto">
          {[job.department, job.externalJobId].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Visibility job={job} />
      {job.warnings.map((warning) => (
        <Alert key={warning} color="yellow" variant="outline" py="xs" icon={<TriangleAlert aria-hidden />}>
          <Text size="sm">{warning}</Text>
        </Alert>
      ))}
      <Applicants job={job} />
      <Divider />
      <Flow job={job} flows={flows} />
      {job.row && (
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('preview')}
          </Title>
          <ListRow title={job.row.title} description={job.row.description} />
        </Stack>
      )}
      <Picture job={job} />
    </Stack>
  );
}

function Visibility({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const mayEdit = useMay()('JOBS_EDIT');
  const visibility = useJobVisibility(showFailed);
  const put = (visible: boolean, after?: () => void) =>
    visibility.mutate(
      { params: { path: { externalJobId: job.externalJobId } }, body: { visible } },
      { onSuccess: after },
    );
  return (
    <Stack gap={4}>
      <Switch
        label={t('visibility.label')}
        description={t('visibility.help')}
        checked={job.visible && job.active}
        disabled={!mayEdit || !job.active}
        onChange={(event) => {
          const visible = event.currentTarget.checked;
          put(visible, () =>
            showUndo(t(visible ? 'shown' : 'hidden', { name: job.name }), t('undo'), () => put(!visible)),
          );
        }}
      />
      {!job.active && (
        <Text size="sm" c="dimmed">
          {t('inactiveReason')}
        </Text>
      )}
    </Stack>
  );
}

function Flow({ job, flows }: { job: Job; flows: FlowChoices }) {
  const { t } = useTranslation('jobs');
  const mayEdit = useMay()('JOBS_EDIT');
  const queries = useQueryClient();
  const assign = gateway.useMutation('put', '/api/jobs/{externalJobId}/flow', {
    onSuccess: () => showDone(t('flowSaved', { name: job.name })),
    onError: (error) => showFailed(error as Error),
    onSettled: () => queries.invalidateQueries({ queryKey: jobsKey }),
  });
  return (
    <Stack gap="sm" maw={420}>
      <FlowSelect
        label={t('flow')}
        description={t('flowHelp')}
        flows={flows}
        value={job.flow ?? null}
        disabled={!mayEdit || assign.isPending}
        onChange={(flow) =>
          assign.mutate({
            params: { path: { externalJobId: job.externalJobId } },
            body: { flow: flow ?? undefined },
          })
        }
      />
    </Stack>
  );
}

function Picture({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const may = useMay();
  const queries = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const put = gateway.useMutation('put', '/api/jobs/{externalJobId}/image', {
    onSuccess: () => setChoosing(false),
    onError: (error) => showFailed(error as Error),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: jobsKey });
      void queries.invalidateQueries({ queryKey: gateway.queryOptions('get', '/api/v1/images').queryKey });
    },
  });
  const attach = (image: string | null) =>
    put.mutate({
      params: { path: { externalJobId: job.externalJobId } },
      body: { image: image ?? undefined },
    });
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="h5">
        {t('picture')}
      </Title>
      {job.image ? (
        <img src={imagePath(job.image)} alt={job.name} className={classes.picture} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('noPicture')}
        </Text>
      )}
      {may('JOBS_EDIT') && (
        <Group>
          {may('CATALOG_READ') && (
            <Button
              size="xs"
              variant="default"
              onClick={() => setChoosing(!choosing)}
              aria-expanded={choosing}
            >
              {t(job.image ? 'otherPicture' : 'choosePicture')}
            </Button>
          )}
          {job.image && (
            <Button size="xs" variant="default" loading={put.isPending} onClick={() => attach(null)}>
              {t('removePicture')}
            </Button>
          )}
        </Group>
      )}
      {choosing && (
        <Stack w="100%">
          {may('CATALOG_EDIT') && <ImageUpload onUploaded={({ id }) => attach(id)} />}
          <UploadedImages attached={job.image ? [job.image] : []} onAttach={attach} />
        </Stack>
      )}
    </Stack>
  );
}

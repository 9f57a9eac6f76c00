import { Alert, Badge, Button, Card, Group, Skeleton, Stack, Text } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { showDone, showFailed } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { isNotFound } from '@/lib/http';
import { useMay } from '@/lib/session';
import { useTemplateEvents, useTemplateRefresh, useVersions, type Version } from '../api';
import { fileHeaders, formOf } from '../form';
import { useWords } from '../words';
import { DeleteDialog } from './DeleteDialog';
import { StatusBadge } from './StatusBadge';
import { TemplatePreview } from './TemplatePreview';
import classes from './Templates.module.css';
import { TestDialog } from './TestDialog';

const route = getRouteApi('/signed-in/templates/$name');

/** A template in each of its languages: how it stands, why Meta rejected it, what can be done. */
export function TemplatePage() {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  const { name } = route.useParams();
  const versions = useVersions(name);
  const mayEdit = useMay()('TEMPLATES_EDIT');
  useTemplateEvents();
  const missing = versions.isError && isNotFound(versions.error);
  return (
    <Page
      title={name}
      help={t('help', { returnObjects: true })}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/templates" {...props} />}>
          {t('builder.toList')}
        </Button>
      }
    >
      {missing ? (
        <Empty>{(versions.error as Error).message}</Empty>
      ) : versions.isError && !versions.data ? (
        <LoadError
          what={t('failed')}
          error={versions.error as Error}
          onRetry={() => void versions.refetch()}
        />
      ) : !versions.data ? (
        <Loading label={common('loading')}>
          <div className={classes.versions}>
            <Skeleton h={260} />
            <Skeleton h={260} />
          </div>
        </Loading>
      ) : (
        <div className={classes.versions}>
          {versions.data.versions.map((version) => (
            <VersionCard
              key={`${version.template.account}/${version.template.language}`}
              version={version}
              mayEdit={mayEdit}
            />
          ))}
        </div>
      )}
    </Page>
  );
}

function VersionCard({ version, mayEdit }: { version: Version; mayEdit: boolean }) {
  const { t } = useTranslation('templates');
  const words = useWords();
  const { template, shown, locked } = version;
  const { header } = formOf(version.definition);
  return (
    <Card withBorder p="sm" role="region" aria-label={`${template.name} ${template.language}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600} dir="ltr">
            {template.language}
          </Text>
          <StatusBadge status={template.status} />
        </Group>
        {template.reason != null && (
          <Alert color="red" variant="outline" py="xs" title={t('reasonTitle')}>
            {template.reason}
          </Alert>
        )}
        <Text size="sm">{words.next(template.status)}</Text>
        <TemplatePreview shown={shown} header={header.kind} />
        <Group gap={6}>
          <Badge variant="default">{words.category(template.category)}</Badge>
          {template.quality != null && <Badge variant="default">{words.quality(template.quality)}</Badge>}
          {template.events.map((event) => (
            <Badge key={event} variant="outline">
              {words.event(event)}
            </Badge>
          ))}
        </Group>
        {template.statusSince != null && (
          <Text size="xs" c="dimmed">
            {t('since')} <RelativeTime at={template.statusSince} />
          </Text>
        )}
        {mayEdit && <Actions version={version} />}
        {mayEdit && locked != null && (
          <Text size="xs" c="dimmed">
            {locked}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function Actions({ version: { template, definition, blanks, locked } }: { version: Version }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const refresh = useTemplateRefresh();
  const [open, setOpen] = useState<'test' | 'delete' | null>(null);
  const { name, language } = template;
  const account = template.account === '' ? undefined : template.account;
  const withFile = fileHeaders.some((kind) => kind === formOf(definition).header.kind);
  const edit = gateway.useMutation('post', '/api/v1/template-drafts', {
    onSuccess: ({ id }) => void navigate({ to: '/templates/drafts/$draft', params: { draft: String(id) } }),
    onError: (error) => showFailed(error as Error),
  });
  const submit = gateway.useMutation('post', '/api/v1/templates/{name}/submit', {
    onSuccess: () => showDone(t('builder.submitted')),
    onError: (error) => showFailed(error as Error),
    onSettled: refresh,
  });
  const copy = (as: 'language' | 'copy') =>
    void navigate({
      to: '/templates/drafts/$draft',
      params: { draft: 'new' },
      search: { from: name, language, as, account },
    });
  return (
    <Group gap="xs">
      {template.status === 'NOT_SUBMITTED' && (
        <Button
          size="xs"
          loading={submit.isPending}
          onClick={() => submit.mutate({ params: { path: { name }, query: { account } } })}
        >
          {t('actions.submit')}
        </Button>
      )}
      {template.status === 'APPROVED' && (
        <Button size="xs" variant="default" onClick={() => setOpen('test')}>
          {t('actions.test')}
        </Button>
      )}
      {locked == null && (
        <Button
          size="xs"
          variant="default"
          loading={edit.isPending}
          onClick={() => edit.mutate({ body: { edits: { name, language }, account } })}
        >
          {t('actions.edit')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => copy('language')}>
        {t('actions.language')}
      </Button>
      <Button size="xs" variant="default" onClick={() => copy('copy')}>
        {t('actions.copy')}
      </Button>
      {template.id != null && (
        <Button size="xs" variant="subtle" color="red" onClick={() => setOpen('delete')}>
          {t('actions.delete')}
        </Button>
      )}
      {open === 'test' && (
        <TestDialog
          name={name}
          language={language}
          blanks={blanks}
          withFile={withFile}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'delete' && <DeleteDialog template={template} onClose={() => setOpen(null)} />}
    </Group>
  );
}

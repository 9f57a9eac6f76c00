import { Alert, Button, SegmentedControl, Stack } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { showDone, showFailed } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { useTemplateEvents, useTemplateRefresh, useTemplates } from '../api';
import type { TemplateSearch } from '../search';
import { Mappings } from './Mappings';
import { TemplateList } from './TemplateList';

const route = getRouteApi('/signed-in/templates');

/** Templates as Meta has them, and what each event is told by. */
export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMay()('TEMPLATES_EDIT');
  const refresh = useTemplateRefresh();
  const templates = useTemplates();
  const view = search.view ?? 'list';
  const accounts = templates.data?.accounts ?? [];
  const show = (next: TemplateSearch) => void navigate({ search: next, replace: true });
  const sync = gateway.useMutation('post', '/api/v1/templates/sync', {
    onSuccess: ({ accounts: asked }) => {
      const problem = asked.find((account) => account.problem != null)?.problem;
      if (problem == null) showDone(t('synced'));
      else showFailed(new Error(problem));
    },
    onError: (error) => showFailed(error as Error),
    onSettled: refresh,
  });
  useTemplateEvents();
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('views.label')}
            value={view}
            onChange={(next) => show(next === 'list' ? {} : { view: next })}
            data={[
              { value: 'list', label: t('views.list') },
              { value: 'mappings', label: t('views.mappings') },
            ]}
          />
          {mayEdit && accounts.some(({ reviewed }) => reviewed) && (
            <Button
              variant="default"
              leftSection={<RefreshCw size={16} aria-hidden />}
              loading={sync.isPending}
              onClick={() => sync.mutate({})}
            >
              {t('sync')}
            </Button>
          )}
          {mayEdit && (
            <Button
              leftSection={<Plus size={16} aria-hidden />}
              renderRoot={(props) => (
                <Link to="/templates/drafts/$draft" params={{ draft: 'new' }} {...props} />
              )}
            >
              {t('create')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="md">
        {accounts.map(({ id, note, problem }) => (
          <Stack key={id} gap="xs">
            {problem != null && (
              <Alert color="red" variant="outline" py="xs" role="alert" title={t('syncFailed')}>
                {problem}
              </Alert>
            )}
            {note != null && (
              <Alert color="blue" variant="outline" py="xs">
                {note}
              </Alert>
            )}
          </Stack>
        ))}
        {view === 'mappings' ? (
          <Mappings event={search.event} onEvent={(event) => show({ view, event })} />
        ) : (
          <TemplateList search={search} onSearch={show} />
        )}
      </Stack>
    </Page>
  );
}

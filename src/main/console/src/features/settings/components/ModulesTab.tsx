import { Skeleton, Stack, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { showFailed, showUndo } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';

const modulesKey = gateway.queryOptions('get', '/api/v1/modules').queryKey;

/** Which parts of the business customers meet in WhatsApp. */
export function ModulesTab() {
  const { t } = useTranslation('settings');
  const mayEdit = useMay()('SETTINGS_EDIT');
  const queries = useQueryClient();
  const modules = gateway.useQuery('get', '/api/v1/modules');
  const change = gateway.useMutation('put', '/api/v1/modules/{module}', {
    onError: (error) => showFailed(error as Error),
    onSettled: () => queries.invalidateQueries({ queryKey: modulesKey }),
  });
  const set = (module: string, on: boolean, onSuccess?: () => void) =>
    change.mutate({ params: { path: { module } }, body: { on } }, { onSuccess });
  if (modules.isPending)
    return (
      <Loading label={t('tabs.modules')}>
        <Skeleton h={56} mb="xs" />
        <Skeleton h={56} mb="xs" />
        <Skeleton h={56} />
      </Loading>
    );
  if (modules.error)
    return (
      <LoadError what={t('modules.failed')} error={modules.error} onRetry={() => void modules.refetch()} />
    );
  return (
    <Stack maw={640}>
      <Text size="sm" c="dimmed">
        {t('modules.text')}
      </Text>
      {modules.data.modules.map((module) => (
        <Switch
          key={module.module}
          label={t(`modules.names.${nameOf(module)}`)}
          description={
            module.flows.length > 0
              ? t('modules.flows', { flows: module.flows.join(', ') })
              : t('modules.noFlows')
          }
          checked={module.on}
          disabled={!mayEdit || change.isPending}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            const name = t(`modules.names.${nameOf(module)}`);
            set(module.module, on, () =>
              showUndo(t(on ? 'modules.nowOn' : 'modules.nowOff', { name }), t('modules.undo'), () =>
                set(module.module, !on),
              ),
            );
          }}
        />
      ))}
    </Stack>
  );
}

function nameOf({ module }: Schemas['ModuleView']): 'sales' | 'jobs' | 'payments' {
  return module === 'jobs' || module === 'payments' ? module : 'sales';
}

import { Skeleton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { showDone } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { documentOf, valuesOf, type DeskValues } from '../desk';
import { days, fault, textOf } from '../hours';
import { useDraft } from '../use-draft';
import { DeskFields } from './DeskFields';
import { fieldErrors, SettingForm } from './SettingForm';

const key = gateway.queryOptions('get', '/api/v1/settings/desk').queryKey;
const setUpKey = gateway.queryOptions('get', '/api/v1/desk').queryKey;

/** When the business is open, who answers, and within what time. */
export function DeskTab() {
  const { t } = useTranslation('settings');
  const desk = gateway.useQuery('get', '/api/v1/settings/desk');
  if (desk.data) return <DeskForm view={desk.data} />;
  if (desk.error)
    return <LoadError what={t('desk.failed')} error={desk.error} onRetry={() => void desk.refetch()} />;
  return (
    <Loading label={t('tabs.desk')}>
      <Skeleton h={96} mb="xs" />
      <Skeleton h={240} mb="xs" />
      <Skeleton h={96} />
    </Loading>
  );
}

function DeskForm({ view }: { view: Schemas['DeskSetting'] }) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const saved = { ...view, values: valuesOf(view) };
  const draft = useDraft(saved);
  const save = gateway.useMutation('put', '/api/v1/settings/desk', {
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      void queries.invalidateQueries({ queryKey: setUpKey });
      draft.accept({ version: next.version, values: valuesOf(next) });
      showDone(t('desk.saved'));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const fields = [
    { label: t('desk.assign'), text: ({ assign }: DeskValues) => t(`desk.assigns.${assign}.name`) },
    { label: t('desk.sla'), text: ({ slaMinutes }: DeskValues) => String(slaMinutes) },
    { label: t('desk.away'), text: ({ awayMinutes }: DeskValues) => String(awayMinutes) },
    {
      label: t('desk.hours'),
      text: ({ always, week }: DeskValues) =>
        always
          ? t('desk.always')
          : days
              .filter((day) => week[day].length > 0)
              .map((day) => `${t(`desk.days.${day}`)} ${textOf(week[day])}`)
              .join('\n'),
    },
    { label: t('desk.holidays'), text: ({ holidays }: DeskValues) => holidays.join(', ') },
    {
      label: t('desk.closed'),
      text: ({ texts }: DeskValues) => texts.map(({ language, text }) => `${language}: ${text}`).join('\n'),
    },
    { label: t('desk.digest'), text: ({ digestAt }: DeskValues) => digestAt },
    {
      label: t('desk.teams'),
      text: ({ teams }: DeskValues) =>
        teams
          .map(({ name, members, roles, flows, slaMinutes }) =>
            [name, ...members, ...roles, ...flows, slaMinutes].join(' '),
          )
          .join('\n'),
    },
    { label: t('desk.defaultTeam'), text: ({ defaultTeam }: DeskValues) => defaultTeam },
  ];
  return (
    <SettingForm
      saved={saved}
      draft={draft}
      fields={fields}
      error={save.error}
      saving={save.isPending}
      wrong={isWrong(draft.values)}
      onSave={() => save.mutate({ body: { version: draft.version, desk: documentOf(draft.values) } })}
    >
      <DeskFields values={draft.values} onChange={draft.set} problem={fieldErrors(save.error)} />
    </SettingForm>
  );
}

/** What the form itself shows to be wrong. */
function isWrong({ always, week, slaMinutes, awayMinutes, texts, teams }: DeskValues): boolean {
  return (
    slaMinutes === '' ||
    awayMinutes === '' ||
    (!always && (days.some((day) => fault(week[day])) || days.every((day) => week[day].length === 0))) ||
    texts.some(({ language }) => language.trim() === '') ||
    teams.some(
      ({ name, members, roles }) => name.trim() === '' || (members.length === 0 && roles.length === 0),
    )
  );
}

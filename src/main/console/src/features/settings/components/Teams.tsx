import {
  Button,
  Card,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import type { DeskValues, TeamValues } from '../desk';

const roles = [
  'ADMIN',
  'INTEGRATOR',
  'DESIGNER',
  'SALES',
  'HR',
  'VIEWER',
  'CATALOG',
  'FULFILMENT',
  'SERVICE',
  'REFUNDS',
] as const;

type TeamsProps = {
  teams: TeamValues[];
  /** Name of the team of what no team has the flow of; empty: all people. */
  usual: string;
  onChange: (part: Partial<DeskValues>) => void;
  problem: (pointer: string) => string | undefined;
  disabled: boolean;
};

/** Who sees to what: people, by name or by role, and the flows whose chats and orders are theirs. */
export function Teams({ teams, usual, onChange, problem, disabled }: TeamsProps) {
  const { t } = useTranslation('settings');
  const names = teams.map(({ name }) => name.trim()).filter((name) => name !== '');
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('desk.teamsText')}
      </Text>
      {problem('/teams') && (
        <Text size="sm" c="red" role="alert">
          {problem('/teams')}
        </Text>
      )}
      {teams.map((team) => (
        <Team
          key={team.key}
          team={team}
          onChange={(part) =>
            onChange({
              teams: teams.map((other) => (other.key === team.key ? { ...other, ...part } : other)),
              // The usual team stays what it is under another name.
              ...(part.name !== undefined && usual !== '' && usual === team.name
                ? { defaultTeam: part.name }
                : {}),
            })
          }
          onRemove={() => onChange({ teams: teams.filter(({ key }) => key !== team.key) })}
          problem={problem(`/teams/${team.name.trim()}`)}
          disabled={disabled}
        />
      ))}
      {!disabled && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() =>
              onChange({
                teams: [
                  ...teams,
                  {
                    key: `new-${teams.length}-${Date.now()}`,
                    name: '',
                    members: [],
                    roles: [],
                    flows: [],
                    slaMinutes: '',
                  },
                ],
              })
            }
          >
            {t('desk.addTeam')}
          </Button>
        </Group>
      )}
      {teams.length > 0 && (
        <Select
          label={t('desk.defaultTeam')}
          description={t('desk.defaultTeamText')}
          placeholder={t('desk.allPeople')}
          data={[...new Set(names)]}
          clearable
          clearButtonProps={{ 'aria-label': t('desk.allPeople') }}
          disabled={disabled}
          value={names.includes(usual) ? usual : null}
          onChange={(team) => onChange({ defaultTeam: team ?? '' })}
          error={problem('/defaultTeam')}
        />
      )}
    </Stack>
  );
}

type TeamProps = {
  team: TeamValues;
  onChange: (part: Partial<TeamValues>) => void;
  onRemove: () => void;
  problem: string | undefined;
  disabled: boolean;
};

function Team({ team, onChange, onRemove, problem, disabled }: TeamProps) {
  const { t } = useTranslation(['settings', 'access']);
  const may = useMay();
  const flows = gateway.useQuery('get', '/api/v1/flows', {}, { enabled: may('FLOWS_READ') });
  const people = gateway.useQuery('get', '/api/v1/users', {}, { enabled: may('PEOPLE_MANAGE') });
  const nobody = team.members.length === 0 && team.roles.length === 0;
  return (
    <Card withBorder p="sm" role="group" aria-label={team.name || t('desk.newTeam')}>
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('desk.teamName')}
            maxLength={40}
            disabled={disabled}
            value={team.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
            error={team.name.trim() === '' ? t('desk.nameMissing') : undefined}
          />
          <NumberInput
            label={t('desk.teamSla')}
            placeholder={t('desk.asForAll')}
            min={1}
            max={100_000}
            allowDecimal={false}
            disabled={disabled}
            value={team.slaMinutes}
            onChange={(slaMinutes) => onChange({ slaMinutes })}
          />
          <MultiSelect
            label={t('desk.roles')}
            data={roles.map((role) => ({ value: role, label: t(`access:roles.${role}`) }))}
            disabled={disabled}
            value={team.roles}
            onChange={(chosen) => onChange({ roles: chosen })}
          />
          <TagsInput
            label={t('desk.members')}
            data={(people.data?.users ?? []).map(({ username }) => username)}
            disabled={disabled}
            value={team.members}
            onChange={(members) => onChange({ members })}
          />
          <TagsInput
            label={t('desk.flows')}
            data={(flows.data?.flows ?? []).map(({ id }) => id)}
            disabled={disabled}
            value={team.flows}
            onChange={(chosen) => onChange({ flows: chosen })}
          />
        </SimpleGrid>
        {(problem ?? (nobody ? t('desk.nobody') : undefined)) && (
          <Text size="xs" c="red" role="alert">
            {problem ?? t('desk.nobody')}
          </Text>
        )}
        {!disabled && (
          <Group justify="flex-end">
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              leftSection={<Trash2 size={14} aria-hidden />}
              onClick={onRemove}
            >
              {t('desk.removeTeam')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}

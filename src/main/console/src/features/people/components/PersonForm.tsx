import { Alert, Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import type { Person } from './PeoplePage';

type PersonFormProps = {
  /** null: somebody new */
  person: Person | null;
  roles: Schemas['RoleView'][];
  onClose: () => void;
  onInvited: (invited: Schemas['InvitedUser']) => void;
};

type Extra = 'roles' | 'yes' | 'no';

/** A name, jobs, and what is given or taken beside them. */
export function PersonForm({ person, roles, onClose, onInvited }: PersonFormProps) {
  const { t } = useTranslation(['people', 'access', 'app']);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/users'] });
  const invite = gateway.useMutation('post', '/api/v1/users', { onSuccess: refresh });
  const change = gateway.useMutation('put', '/api/v1/users/{username}', { onSuccess: refresh });
  const error = invite.error ?? change.error;
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      username: person?.username ?? '',
      roles: (person?.roles as string[] | undefined) ?? [],
      money: extraOf(person?.money),
      personalData: extraOf(person?.personalData),
    },
    validate: {
      username: (value) => (value.trim() === '' ? t('nameMissing') : null),
      roles: (value) => (value.length === 0 ? t('roleMissing') : null),
    },
  });
  const submit = form.onSubmit((values) => {
    const rights = {
      roles: values.roles,
      money: given[values.money],
      personalData: given[values.personalData],
    };
    if (person) {
      const path = { username: person.username };
      return change.mutate({ params: { path }, body: rights }, { onSuccess: onClose });
    }
    invite.mutate({ body: { username: values.username.trim(), ...rights } }, { onSuccess: onInvited });
  });
  const extras = [
    { value: 'roles', label: t('extra.roles') },
    { value: 'yes', label: t('extra.yes') },
    { value: 'no', label: t('extra.no') },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={person ? t('changeTitle', { name: person.username }) : t('invite')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          {error && (
            <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
              {error.message}
            </Alert>
          )}
          {!person && (
            <TextInput
              label={t('name')}
              description={t('nameText')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              data-autofocus
              {...form.getInputProps('username')}
            />
          )}
          <Checkbox.Group label={t('roles')} description={t('rolesText')} {...form.getInputProps('roles')}>
            <Stack gap="xs" mt="xs">
              {roles.map(({ role }) => (
                <Checkbox
                  key={role}
                  value={role}
                  label={t(`access:roles.${role}`)}
                  description={t(`jobs.${role}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Select
            label={t('app:permissions.MONEY')}
            data={extras}
            allowDeselect={false}
            {...form.getInputProps('money')}
          />
          <Select
            label={t('app:permissions.PERSONAL_DATA')}
            data={extras}
            allowDeselect={false}
            {...form.getInputProps('personalData')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending || change.isPending}>
              {person ? t('save') : t('makeLink')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const given: Record<Extra, boolean | undefined> = { roles: undefined, yes: true, no: false };

function extraOf(value: boolean | null | undefined): Extra {
  if (value === undefined || value === null) return 'roles';
  return value ? 'yes' : 'no';
}

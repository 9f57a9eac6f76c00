import { Badge, Button, Group, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { sessionQuery } from '@/lib/session';
import { LinkDialog } from './LinkDialog';
import { PersonForm } from './PersonForm';
import { PersonMenu } from './PersonMenu';

export type Person = Schemas['UserView'];
export type Link = Schemas['LinkView'] & { username: string };

const colors: Record<string, string> = { active: 'teal', invited: 'blue', disabled: 'gray' };

/** Who may sign in, and what they may do. */
export function PeoplePage() {
  const { t } = useTranslation(['people', 'access', 'app']);
  const session = useQuery(sessionQuery);
  const people = gateway.useQuery('get', '/api/v1/users');
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  const [link, setLink] = useState<Link | null>(null);
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      actions={
        people.data?.users.length !== 0 && (
          <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            {t('invite')}
          </Button>
        )
      }
    >
      {people.isPending && (
        <Loading label={t('title')}>
          <Skeleton h={40} mb="xs" />
          <Skeleton h={40} mb="xs" />
        </Loading>
      )}
      {people.error && (
        <LoadError what={t('failed')} error={people.error} onRetry={() => void people.refetch()} />
      )}
      {people.data?.users.length === 0 && (
        <Empty action={<Button onClick={() => setEdited('new')}>{t('invite')}</Button>}>
          {session.data?.demo ? t('emptyDemo') : t('empty')}
        </Empty>
      )}
      {people.data && people.data.users.length > 0 && (
        <Table.ScrollContainer minWidth={340}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('roles')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('signedIn')}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t('actions')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.data.users.map((person) => (
                <Table.Tr key={person.username}>
                  <Table.Td>
                    <Group gap="xs">
                      <Text size="sm" fw={600}>
                        {person.username}
                      </Text>
                      <Badge size="sm" variant="light" color={colors[person.state] ?? 'gray'}>
                        {t(`states.${stateOf(person)}`)}
                      </Badge>
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <Roles person={person} />
                  </Table.Td>
                  <Table.Td visibleFrom="sm">
                    <Text size="sm">
                      {person.signedInAt ? <RelativeTime at={person.signedInAt} /> : t('never')}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="end">
                    <PersonMenu
                      person={person}
                      onEdit={() => setEdited(person)}
                      onLink={(made) => setLink({ ...made, username: person.username })}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {edited !== null && people.data && (
        <PersonForm
          person={edited === 'new' ? null : edited}
          roles={people.data.roles}
          onClose={() => setEdited(null)}
          onInvited={({ user, link: made }) => {
            setEdited(null);
            setLink({ ...made, username: user.username });
          }}
        />
      )}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </Page>
  );
}

function Roles({ person: { roles, money, personalData } }: { person: Person }) {
  const { t } = useTranslation(['people', 'access', 'app']);
  return (
    <Group gap={4}>
      {roles.map((role) => (
        <Badge key={role} size="sm" variant="default">
          {t(`access:roles.${role}`)}
        </Badge>
      ))}
      {money !== undefined && money !== null && (
        <Badge size="sm" variant="outline" color={money ? 'teal' : 'orange'}>
          {money ? t('withMoney') : t('withoutMoney')}
        </Badge>
      )}
      {personalData !== undefined && personalData !== null && (
        <Badge size="sm" variant="outline" color={personalData ? 'teal' : 'orange'}>
          {personalData ? t('withPersonalData') : t('withoutPersonalData')}
        </Badge>
      )}
    </Group>
  );
}

function stateOf({ state }: Person): 'active' | 'invited' | 'disabled' {
  return state === 'active' || state === 'invited' ? state : 'disabled';
}

import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/components/notify';
import { gateway } from '@/lib/gateway';
import { Problem } from '@/lib/http';
import { useMay } from '@/lib/session';
import { changeOf, isChanged, isWhole, noDraft, type Connection, type Draft } from '../draft';
import { useKeepConnection } from '../use-connection';
import { CheckSection } from './CheckSection';
import { ConflictDialog, type Conflict } from './ConflictDialog';
import { ConnectionForm } from './ConnectionForm';
import { EndpointSetup } from './EndpointSetup';
import classes from './Erp.module.css';
import { LeaveDialog } from './LeaveDialog';
import { LiveBar } from './LiveBar';
import { ProfileText } from './ProfileText';

/** All of the screen works on one draft, which is saved as a whole. */
export function ConnectionEditor({ connection }: { connection: Connection }) {
  const { t } = useTranslation('erp');
  const mayEdit = useMay()('ERP_EDIT');
  const { keep } = useKeepConnection();
  const [draft, setDraft] = useState<Draft>(noDraft);
  // What was looked at when the first change was made: what colleagues save after it is a conflict, though it is shown already.
  const [base, setBase] = useState(connection.version);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const changed = isChanged(draft);
  const save = gateway.useMutation('put', '/api/erp/connection', {
    onSuccess: (saved) => {
      keep(saved);
      setDraft(noDraft);
      setConflict(null);
      notify({ message: t('saved', { version: saved.version }) });
      saved.notices.forEach((message) => notify({ color: 'yellow', message, autoClose: false }));
    },
    onError: (error) => setConflict(conflictOf(error)),
  });
  const saveOn = (version: number) => save.mutate({ body: changeOf(draft, version) });
  const change = (next: Draft) => {
    if (!changed) setBase(connection.version);
    setDraft(next);
  };
  const shared = { connection, draft, mayEdit, onChange: change };
  return (
    <Stack gap="lg" pb={changed ? 72 : 0}>
      <LiveBar connection={connection} changed={changed} />
      <ConnectionForm {...shared} />
      <EndpointSetup {...shared} />
      <CheckSection connection={connection} changed={changed} />
      <ProfileText {...shared} />
      {changed && (
        <Paper
          className={classes.saveBar}
          withBorder
          shadow="md"
          p="sm"
          role="region"
          aria-label={t('unsaved')}
        >
          {save.error && !conflict && (
            <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} mb="xs" role="alert">
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {save.error.message}
              </Text>
            </Alert>
          )}
          <Group justify="space-between">
            <Text size="sm">{t('unsaved')}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => setDraft(noDraft)}>
                {t('discard')}
              </Button>
              <Button loading={save.isPending} onClick={() => saveOn(base)}>
                {t('save')}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
      <LeaveDialog changed={changed} />
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          whole={isWhole(draft)}
          saving={save.isPending}
          onMine={() => saveOn(conflict.version)}
          onTheirs={() => {
            setDraft(noDraft);
            setConflict(null);
          }}
          onClose={() => setConflict(null)}
        />
      )}
    </Stack>
  );
}

function conflictOf(error: unknown): Conflict | null {
  if (!(error instanceof Problem) || error.status !== 409) return null;
  const { version, changes } = error.body as { version?: number; changes?: Conflict['changes'] };
  return version === undefined ? null : { version, sentence: error.message, changes: changes ?? [] };
}

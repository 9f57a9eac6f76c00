import {
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  Modal,
  ScrollArea,
  Stack,
  Table,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { flowsKey, historyKey, publish, type Finding, type History } from '../../api/flows';
import type { Flow } from '../../model/flow';
import type { Keeper } from '../../model/keeper';
import { customersByStep, placeOf } from './places';

type PublishDialogProps = {
  flow: string;
  keeper: Keeper;
  history: History | undefined;
  findings: Finding[];
  /** The flow that is published, as it stands here. */
  now: Flow | null;
  onClose: () => void;
};

/** What changes, for whom, and why: then customers get it. */
export function PublishDialog({ flow, keeper, history, findings, now, onClose }: PublishDialogProps) {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [saved, setSaved] = useState(false);
  const [accepted, setAccepted] = useState(false);
  useEffect(() => {
    void keeper.save().then(() => setSaved(true));
  }, [keeper]);
  const published = history?.flow.published;
  const read = accepted || findings.length === 0;
  const go = async () => {
    setBusy(true);
    setError(null);
    try {
      await keeper.save();
      const { revision, state } = keeper.snapshot();
      if (state !== 'saved') return onClose();
      const done = await publish(flow, {
        revision,
        message: message.trim(),
        ...(published?.revision ? { replaces: published.revision } : {}),
      });
      showDone(t('publish.done', { version: done.published.version, count: done.older.sessions }));
      onClose();
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: historyKey(flow) });
      await queries.invalidateQueries({ queryKey: flowsKey });
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('publish.title', { flow })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Stack>
          {published?.revision && saved && (
            <Changes flow={flow} from={published.revision} to={keeper.snapshot().revision} />
          )}
          <Impact history={history} />
          {findings.length > 0 && (
            <Alert color="yellow" variant="outline" title={t('warnings', { count: findings.length })}>
              <ScrollArea.Autosize mah={180} viewportProps={{ tabIndex: 0 }}>
                <List size="sm">
                  {findings.map((finding) => (
                    <List.Item key={`${finding.pointer} ${finding.rule} ${finding.message}`}>
                      <Text span size="xs" c="dimmed" ff="monospace" dir="ltr">
                        {placeOf(finding, now)}
                      </Text>{' '}
                      {finding.message}
                    </List.Item>
                  ))}
                </List>
              </ScrollArea.Autosize>
              <Checkbox
                mt="sm"
                label={t('publish.accept')}
                checked={accepted}
                onChange={(event) => setAccepted(event.currentTarget.checked)}
              />
            </Alert>
          )}
          {error && (
            <Alert color="red" variant="outline" role="alert">
              {error.message}
            </Alert>
          )}
          <Textarea
            data-autofocus
            label={t('publish.message')}
            description={t('publish.messageHelp')}
            required
            maxLength={500}
            autosize
            minRows={2}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={message.trim() === '' || !read}>
              {t('toolbar.publish')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Who is in the flow now, and where: they go on in what they began. */
export function Impact({ history }: { history: History | undefined }) {
  const { t } = useTranslation('flows');
  const customers = history?.flow.sessions ?? 0;
  const byStep = customersByStep(history);
  return (
    <Stack gap={4}>
      <Text size="sm">
        {customers === 0 ? t('publish.nobody') : t('publish.impact', { count: customers })}
      </Text>
      {byStep.size > 0 && (
        <Table aria-label={t('publish.where')} withRowBorders={false} verticalSpacing={2} w="auto">
          <Table.Tbody>
            {[...byStep].map(([step, sessions]) => (
              <Table.Tr key={step}>
                <Table.Td ff="monospace">{step}</Table.Td>
                <Table.Td>{sessions}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

type ChangesProps = { flow: string; from: string; to: string };

/** What is another between two revisions, as a designer thinks of it. */
export function Changes({ flow, from, to }: ChangesProps) {
  const { t } = useTranslation('flows');
  const compared = gateway.useQuery('get', '/api/v1/flows/{flow}/compare', {
    params: { path: { flow }, query: { from, to } },
  });
  const meaning = compared.data?.meaning;
  if (!meaning) return null;
  const lines = linesOf(meaning, t);
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">
        {t('compare.title')}
      </Title>
      {lines.length === 0 ? (
        <Text size="sm">{t('compare.nothing')}</Text>
      ) : (
        <List size="sm">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

type Translate = ReturnType<typeof useTranslation<'flows'>>['t'];

function linesOf(meaning: Schemas['Meaning'], t: Translate): string[] {
  const lines = [
    ...meaning.added.map((step) => t('compare.added', { step })),
    ...meaning.removed.map((step) => t('compare.removed', { step })),
    ...meaning.changed.map(({ id, keys }) => t('compare.changed', { step: id, keys: keys.join(', ') })),
  ];
  if (meaning.keys.length > 0) lines.push(t('compare.keys', { keys: meaning.keys.join(', ') }));
  if (meaning.texts.length > 0) lines.push(t('compare.texts', { texts: meaning.texts.join(', ') }));
  if (meaning.reordered) lines.push(t('compare.reordered'));
  return lines;
}

import { Alert, Badge, Button, Drawer, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { showDone, showFailed } from '@/components/undo';
import { flowsKey, historyKey, readText, rollBack, type History, type Version } from '../../api/flows';
import type { FlowDocument } from '../../model/document';
import { Changes, Impact } from './PublishDialog';

const TextDiff = lazy(() => import('./TextDiff').then((module) => ({ default: module.TextDiff })));

type VersionsDrawerProps = {
  flow: string;
  document: FlowDocument;
  history: History | undefined;
  mayEdit: boolean;
  onClose: () => void;
};

/** What customers ever got of this flow, and the way back to it. */
export function VersionsDrawer({ flow, document, history, mayEdit, onClose }: VersionsDrawerProps) {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const [compared, setCompared] = useState<Version | null>(null);
  const [back, setBack] = useState<Version | null>(null);
  const versions = history?.versions ?? [];
  const take = async (version: Version) => {
    try {
      document.replace((await readText(flow, version.revision ?? '')).text);
      showDone(t('versions.taken', { version: version.version }));
      onClose();
    } catch (error) {
      showFailed(error as Error);
    }
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={t('versions.title', { flow })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {versions.length === 0 ? (
        <Empty>{t('versions.none')}</Empty>
      ) : (
        <Stack gap="md">
          {versions.map((version, index) => (
            <Stack
              key={version.version}
              gap={4}
              component="article"
              aria-label={t('version', { version: version.version })}
            >
              <Group gap="xs">
                <Badge variant={index === 0 ? 'filled' : 'light'} color={index === 0 ? 'teal' : 'gray'}>
                  {t('version', { version: version.version })}
                </Badge>
                <Text size="sm" c="dimmed">
                  {version.author} · <RelativeTime at={version.publishedAt} />
                </Text>
              </Group>
              <Text size="sm" dir="auto">
                {version.revision ? version.message : t('versions.withdrawn', { message: version.message })}
              </Text>
              {version.revision && (
                <Group gap="xs">
                  <Button size="compact-xs" variant="default" onClick={() => setCompared(version)}>
                    {t('versions.compare')}
                  </Button>
                  {mayEdit && (
                    <Button size="compact-xs" variant="default" onClick={() => void take(version)}>
                      {t('versions.take')}
                    </Button>
                  )}
                  {mayEdit && version.revision !== history?.flow.published?.revision && (
                    <Button size="compact-xs" variant="default" onClick={() => setBack(version)}>
                      {t('versions.rollBack')}
                    </Button>
                  )}
                </Group>
              )}
            </Stack>
          ))}
        </Stack>
      )}
      {compared?.revision && (
        <Compare
          flow={flow}
          version={compared}
          draft={document.bytes()}
          latest={history?.flow.draft?.revision ?? history?.flow.published?.revision ?? null}
          onClose={() => setCompared(null)}
        />
      )}
      {back?.revision && (
        <RollBack
          flow={flow}
          version={back}
          history={history}
          onClose={() => setBack(null)}
          onDone={() => {
            setBack(null);
            onClose();
          }}
        />
      )}
    </Drawer>
  );
}

type CompareProps = {
  flow: string;
  version: Version;
  draft: string;
  /** What the gateway has of the draft, or without one what customers get. */
  latest: string | null;
  onClose: () => void;
};

function Compare({ flow, version, draft, latest, onClose }: CompareProps) {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    readText(flow, version.revision ?? '').then((kept) => setText(kept.text), showFailed);
  }, [flow, version.revision]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="90%"
      title={t('versions.compareTitle', { version: version.version })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        {latest && latest !== version.revision && version.revision && (
          <Changes flow={flow} from={version.revision} to={latest} />
        )}
        {text === null ? (
          <Loading label={common('loading')}>{null}</Loading>
        ) : (
          <Suspense fallback={null}>
            <TextDiff
              before={text}
              after={draft}
              beforeLabel={t('version', { version: version.version })}
              afterLabel={t('versions.draft')}
            />
          </Suspense>
        )}
      </Stack>
    </Modal>
  );
}

type RollBackProps = {
  flow: string;
  version: Version;
  history: History | undefined;
  onClose: () => void;
  onDone: () => void;
};

function RollBack({ flow, version, history, onClose, onDone }: RollBackProps) {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [message, setMessage] = useState(() => t('versions.backMessage', { version: version.version }));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const go = async () => {
    setBusy(true);
    try {
      const replaces = history?.flow.published?.revision;
      const done = await rollBack(flow, {
        revision: version.revision ?? '',
        message: message.trim(),
        ...(replaces ? { replaces } : {}),
      });
      showDone(t('publish.done', { version: done.published.version, count: done.older.sessions }));
      onDone();
    } catch (failure) {
      setError(failure as Error);
      setBusy(false);
    } finally {
      await queries.invalidateQueries({ queryKey: historyKey(flow) });
      await queries.invalidateQueries({ queryKey: flowsKey });
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('versions.backTitle', { version: version.version })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Stack>
          <Text size="sm">{t('versions.backText')}</Text>
          <Impact history={history} />
          {error && (
            <Alert color="red" variant="outline" role="alert">
              {error.message}
            </Alert>
          )}
          <Textarea
            data-autofocus
            label={t('publish.message')}
            required
            maxLength={500}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={message.trim() === ''}>
              {t('versions.rollBack')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

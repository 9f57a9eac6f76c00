import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { History as HistoryIcon, Redo2, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, History } from '../../api/flows';
import type { FlowDocument, Snapshot } from '../../model/document';
import type { Keeper, Keeping } from '../../model/keeper';
import { PublishDialog } from './PublishDialog';
import { VersionsDrawer } from './VersionsDrawer';

type ToolbarProps = {
  flow: string;
  document: FlowDocument;
  keeper: Keeper;
  keeping: Keeping;
  now: Snapshot;
  history: History | undefined;
  findings: Finding[];
  mayEdit: boolean;
  onProblems: () => void;
};

export function Toolbar({
  flow,
  document,
  keeper,
  keeping,
  now,
  history,
  findings,
  mayEdit,
  onProblems,
}: ToolbarProps) {
  const { t } = useTranslation('flows');
  const [open, setOpen] = useState<'publish' | 'versions' | null>(null);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const same = history?.flow.published?.revision === keeping.revision && keeping.state === 'saved';
  return (
    <>
      {mayEdit && (
        <Group gap="xs">
          <SaveState keeping={keeping} onRetry={() => void keeper.save()} />
          <Step label={t('toolbar.undo')} disabled={!now.canUndo} onClick={() => document.undo()}>
            <Undo2 size={18} aria-hidden />
          </Step>
          <Step label={t('toolbar.redo')} disabled={!now.canRedo} onClick={() => document.redo()}>
            <Redo2 size={18} aria-hidden />
          </Step>
        </Group>
      )}
      <Button
        variant="default"
        leftSection={<HistoryIcon size={16} aria-hidden />}
        onClick={() => setOpen('versions')}
      >
        {t('toolbar.versions')}
      </Button>
      {mayEdit &&
        (errors > 0 ? (
          <Button color="red" variant="outline" onClick={onProblems}>
            {t('toolbar.mend', { count: errors })}
          </Button>
        ) : (
          <Button disabled={same || now.broken !== null} onClick={() => setOpen('publish')}>
            {t('toolbar.publish')}
          </Button>
        ))}
      {open === 'publish' && (
        <PublishDialog
          flow={flow}
          keeper={keeper}
          history={history}
          findings={findings}
          now={now.flow}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'versions' && (
        <VersionsDrawer
          flow={flow}
          document={document}
          history={history}
          mayEdit={mayEdit}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

type StepProps = { label: string; disabled: boolean; onClick: () => void; children: ReactNode };

function Step({ label, disabled, onClick, children }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function SaveState({ keeping, onRetry }: { keeping: Keeping; onRetry: () => void }) {
  const { t } = useTranslation('flows');
  return (
    <Group gap="xs" role="status">
      <Text size="xs" c={keeping.state === 'failed' ? 'red' : 'dimmed'} maw={260}>
        {t(`save.${keeping.state}`)} {keeping.state === 'failed' && keeping.error?.message}
      </Text>
      {keeping.state === 'failed' && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {t('save.again')}
        </Button>
      )}
    </Group>
  );
}

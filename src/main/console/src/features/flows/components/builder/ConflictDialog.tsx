import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/components/States';
import type { KeptText } from '../../api/flows';
import type { FlowDocument } from '../../model/document';
import type { Keeper } from '../../model/keeper';

const TextDiff = lazy(() => import('./TextDiff').then((module) => ({ default: module.TextDiff })));

type ConflictDialogProps = { flow: string; document: FlowDocument; keeper: Keeper; theirs: KeptText };

/** Somebody else saved meanwhile: both texts side by side, and nothing of either is lost. */
export function ConflictDialog({ flow, document, keeper, theirs }: ConflictDialogProps) {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const [mine] = useState(() => document.bytes());
  const [merged, setMerged] = useState(mine);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="90%"
      title={t('conflict.title', { flow })}
    >
      <Stack>
        <Text size="sm">{t('conflict.text')}</Text>
        <Suspense fallback={<Loading label={common('loading')}>{null}</Loading>}>
          <TextDiff
            before={theirs.text}
            after={mine}
            beforeLabel={t('conflict.theirs')}
            afterLabel={t('conflict.mine')}
            onChange={setMerged}
          />
        </Suspense>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => keeper.takeTheirs(theirs)}>
            {t('conflict.takeTheirs')}
          </Button>
          <Button data-autofocus onClick={() => void keeper.keepMine(merged)}>
            {merged === mine ? t('conflict.keepMine') : t('conflict.keepMerged')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

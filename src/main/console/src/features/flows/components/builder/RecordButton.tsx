import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone, showFailed } from '@/components/undo';
import { check, type Case, type Conversation } from '../../api/simulation';
import { recordingOf } from '../../model/recording';

/** The conversation as a test that plays it again, checked before it is given out. */
export function RecordButton({
  text,
  conversation,
  result,
}: {
  text: string;
  conversation: Case;
  result: Conversation | undefined;
}) {
  const { t } = useTranslation('flows');
  const [busy, setBusy] = useState(false);
  const record = async () => {
    if (!result) return;
    setBusy(true);
    try {
      const recording = recordingOf(t('simulator.recorded', { flow: result.flow }), conversation, result);
      const { passed, difference } = await check(text, recording);
      if (!passed) throw new Error(difference ?? '');
      download(`${result.flow}-recorded.json`, `${JSON.stringify(recording, null, 2)}\n`);
      showDone(t('simulator.saved', { flow: result.flow }));
    } catch (error) {
      showFailed(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={!result || Boolean(result.stopped)}
      loading={busy}
      onClick={() => void record()}
    >
      {t('simulator.record')}
    </Button>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

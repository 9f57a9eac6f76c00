import { Alert, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonBlock } from '@/components/JsonBlock';
import type { StepShown } from '../../api/simulation';
import type { Snapshot } from '../../model/document';
import classes from './Phone.module.css';
import { Said } from './Moments';
import { PhoneMessage } from './PhoneMessage';
import { useStepPreview } from './use-step-preview';

/** How the chosen step appears to a customer, and exactly what WhatsApp gets for it. */
export function PreviewTab({ now, step }: { now: Snapshot; step: string | null }) {
  const { t } = useTranslation('flows');
  const languages = now.flow?.languages ?? ['en'];
  const [chosen, setChosen] = useState('');
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? 'en');
  const { shown, problem } = useStepPreview(now.flow?.text ?? now.text, step, language);
  return (
    <Stack gap="sm" p="xs">
      <div>
        <Title order={2} size="h6">
          {t('preview.title')}
        </Title>
        <Text size="xs" c="dimmed">
          {t('preview.text')}
        </Text>
      </div>
      {languages.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('step.language')}
          data={languages}
          value={language}
          onChange={setChosen}
        />
      )}
      {problem && (
        <Alert color="yellow" variant="outline" py="xs" role="status">
          {t('preview.stale')} {problem}
        </Alert>
      )}
      {!step && <Text size="sm">{t('preview.choose')}</Text>}
      {shown && <Appearance key={`${shown.step} ${language}`} shown={shown} />}
    </Stack>
  );
}

function Appearance({ shown }: { shown: StepShown }) {
  const { t } = useTranslation('flows');
  const [picked, setPicked] = useState<number | null>(null);
  const last = shown.simulation.steps.at(-1);
  const messages = last?.messages ?? [];
  const at = picked !== null && picked < messages.length ? picked : shown.at;
  const message = messages[at];
  return (
    <>
      {!shown.reached && <Text size="xs">{t('preview.jumped')}</Text>}
      {messages.length === 0 ? (
        <Text size="sm">{t('preview.silent')}</Text>
      ) : (
        <div className={classes.phone} role="group" aria-label={t('preview.phone')}>
          {messages.map((each, index) => (
            <PhoneMessage
              key={`${index} ${each.form}`}
              message={each}
              marked={index === at}
              onSelect={() => setPicked(index)}
            />
          ))}
        </div>
      )}
      {shown.reached && (
        <details>
          <summary>
            <Text span size="sm">
              {t('preview.way')}
            </Text>
          </summary>
          <div className={classes.entries}>
            {shown.conversation.steps.map((input, index) => (
              <Said key={index} input={input} />
            ))}
          </div>
        </details>
      )}
      {message && (
        <div>
          <Title order={3} size="h6">
            {t('preview.payload')}
          </Title>
          <JsonBlock value={message.payload} label={t('preview.payload')} />
        </div>
      )}
    </>
  );
}

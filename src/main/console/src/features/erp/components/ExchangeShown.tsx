import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JsonBlock } from '@/components/JsonBlock';
import type { Tested } from '../draft';
import { asItCame, isContainer } from '../raw-json';
import { AnswerTree } from './AnswerTree';
import classes from './Erp.module.css';

type Step = Tested['steps'][number];

/** The request as it went out, or would. */
export function RequestShown({ step }: { step: Step }) {
  const { t } = useTranslation('erp');
  return (
    <>
      <Text size="sm" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
        <b>{step.method}</b> {step.url}
      </Text>
      {Object.entries(step.headers).length > 0 && (
        <Headers of={step.headers} label={t('result.requestHeaders')} />
      )}
      {step.body != null && <Raw text={step.body} label={t('result.body')} />}
    </>
  );
}

/** The answer as it came; its values can be picked where somebody may map them. */
export function AnswerShown({ step, onPick }: { step: Step; onPick: ((place: string) => void) | undefined }) {
  const { t } = useTranslation('erp');
  const json = asItCame(step.answer);
  return (
    <>
      <Text size="sm">
        {step.status == null ? (
          t('result.noAnswer')
        ) : (
          <>
            <b>{step.status}</b> · {t('result.took', { millis: step.tookMillis })}
          </>
        )}
      </Text>
      {Object.entries(step.answerHeaders).length > 0 && (
        <Headers of={step.answerHeaders} label={t('result.answerHeaders')} />
      )}
      {step.shortened && <Text size="xs">{t('result.shortened')}</Text>}
      {onPick && isContainer(json) ? (
        <>
          <Text size="xs" c="dimmed">
            {t('map.click')}
          </Text>
          <AnswerTree value={json} label={t('result.answer')} onPick={onPick} />
        </>
      ) : (
        <Raw text={step.answer} label={t('result.answer')} />
      )}
    </>
  );
}

function Headers({ of, label }: { of: Record<string, string>; label: string }) {
  return (
    <details>
      <summary>
        <Text span size="xs">
          {label}
        </Text>
      </summary>
      {Object.entries(of).map(([name, value]) => (
        <Text key={name} size="xs" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
          {name}: {value}
        </Text>
      ))}
    </details>
  );
}

/** JSON to be read; a page of HTML as the text it is. */
function Raw({ text, label }: { text: string; label: string }) {
  const json = asItCame(text);
  return typeof json === 'string' ? (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
    <pre className={classes.raw} dir="ltr" tabIndex={0} role="region" aria-label={label}>
      {json}
    </pre>
  ) : (
    <JsonBlock value={json} label={label} />
  );
}

import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { objectOf, translatable } from '../../model/flow';
import { schema } from '../../model/schema';
import { useForm } from '../form/form-context';
import { Section } from '../form/Section';

const textSchema = schema.$defs?.text ?? {};

/** The words of a step in the other languages of the flow. */
export function Translations({ index, step }: { index: number; step: Record<string, unknown> }) {
  const { t } = useTranslation('flows');
  const { flow, Field } = useForm();
  const [base, ...others] = flow.languages;
  const [chosen, setChosen] = useState('');
  const language = others.includes(chosen) ? chosen : others[0];
  const id = flow.cards[index]?.id ?? '';
  const names = translatable(step);
  if (!language || id === '' || names.length === 0) return null;
  const texts = objectOf(objectOf(flow.value.texts)[language]);
  return (
    <Section title={t('step.texts')} keyName="texts">
      <Stack gap="sm">
        {others.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('step.language')}
            data={others}
            value={language}
            onChange={setChosen}
          />
        )}
        <Text size="xs" c="dimmed">
          {t('step.textsHelp', { language: languageName(language), base: languageName(base ?? 'en') })}
        </Text>
        {names.map((name) => (
          <Field
            key={`${language} ${name}`}
            schema={textSchema}
            path={['texts', language, `${id}.${name}`]}
            value={texts[`${id}.${name}`] ?? ''}
            label={`${name} (${language})`}
            required={!(`${id}.${name}` in texts)}
          />
        ))}
      </Stack>
    </Section>
  );
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

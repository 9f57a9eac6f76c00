import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type texts from '@/locales/en/flows.json';
import { kindOf } from '../../model/schema';
import { pointerOf } from '../../model/text';
import { useForm, type FieldProps } from './form-context';

type Known = keyof typeof texts.props;

/** The name of a property for people; of one that has none, its key. */
export function useLabel({ path, label }: Pick<FieldProps, 'path' | 'label'>): string {
  const name = usePropertyName();
  return label ?? name(String(path.at(-1) ?? ''));
}

export function usePropertyName(): (key: string) => string {
  const { t, i18n } = useTranslation('flows');
  return (key) => (i18n.exists(`props.${key}`, { ns: 'flows' }) ? t(`props.${key as Known}`) : key);
}

const leaves = new Set(['list', 'map', 'object', 'choice']);

/** What an input needs beside its value: its name with the format's own word, and what the linter says. */
export function useInput({ schema, path, label }: FieldProps) {
  const { problems, readOnly } = useForm();
  const name = useLabel({ path, label });
  const said = problems(pointerOf(path), !leaves.has(kindOf(schema)));
  const key = path.at(-1);
  return {
    label: (
      <>
        {name}
        {typeof key === 'string' && key !== name && (
          <Text span size="xs" c="dimmed" ff="monospace" aria-hidden ms={6} dir="ltr">
            {key}
          </Text>
        )}
      </>
    ),
    error: said.length > 0 ? said.join(' ') : undefined,
    disabled: readOnly,
  };
}

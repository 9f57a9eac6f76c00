import { ActionIcon, Button, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { arrayOf } from '../../model/flow';
import { initial, resolve, wordsOf } from '../../model/schema';
import { pointerOf, type Path } from '../../model/text';
import { Section } from './Section';
import classes from './Form.module.css';
import { useForm, type FieldProps } from './form-context';
import { useInput, useLabel } from './labels';

/** One word, or a list of several. */
export function TypesField(props: FieldProps) {
  const { set } = useForm();
  const chosen = Array.isArray(props.value) ? props.value.map(String) : [String(props.value ?? '')];
  return (
    <MultiSelect
      {...useInput(props)}
      data={wordsOf(props.schema)}
      value={chosen.filter(Boolean)}
      onChange={(types) => {
        if (types.length > 0) set(props.path, types.length === 1 ? types[0] : types);
      }}
    />
  );
}

/** A list of short texts. */
export function TextsField(props: FieldProps) {
  const { set, insert, readOnly } = useForm();
  const { t } = useTranslation('flows');
  const label = useLabel(props);
  const { error } = useInput(props);
  const values = arrayOf(props.value);
  return (
    <Section title={label} keyName={keyOf(props.path)}>
      <Stack gap={6}>
        {values.map((value, index) => {
          const path = [...props.path, index];
          return (
            <Entry key={index} list={props.path} index={index} count={values.length} what={label}>
              <TextInput
                dir="auto"
                aria-label={t('form.nth', { what: label, number: index + 1 })}
                disabled={readOnly}
                value={String(value)}
                onChange={(event) => set(path, event.currentTarget.value)}
              />
            </Entry>
          );
        })}
        <Problems text={error} />
        {!readOnly && <AddButton what={label} onClick={() => insert(props.path, values.length, '')} />}
      </Stack>
    </Section>
  );
}

/** A list of anything else. */
export function ListField(props: FieldProps) {
  const { insert, readOnly, Field } = useForm();
  const label = useLabel(props);
  const { error } = useInput(props);
  const { t } = useTranslation('flows');
  const values = arrayOf(props.value);
  const items = resolve(props.schema).items ?? {};
  return (
    <Section title={label} keyName={keyOf(props.path)}>
      <Stack gap="xs">
        {values.map((value, index) => (
          <Entry key={index} list={props.path} index={index} count={values.length} what={label}>
            <Field
              schema={items}
              path={[...props.path, index]}
              value={value}
              label={t('form.nth', { what: label, number: index + 1 })}
              required
            />
          </Entry>
        ))}
        <Problems text={error} />
        {!readOnly && (
          <AddButton what={label} onClick={() => insert(props.path, values.length, initial(items))} />
        )}
      </Stack>
    </Section>
  );
}

type EntryProps = { list: Path; index: number; count: number; what: string; children: ReactNode };

/** An element of a list with what can be done with it. */
function Entry({ list, index, count, what, children }: EntryProps) {
  const { swap, clear, readOnly } = useForm();
  const { t } = useTranslation('flows');
  const nth = { what, number: index + 1 };
  return (
    <div className={classes.entry} data-pointer={pointerOf([...list, index])}>
      <div className={classes.editor}>{children}</div>
      {!readOnly && (
        <Group gap={0} wrap="nowrap" className={classes.actions}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.up', nth)}
            disabled={index === 0}
            onClick={() => swap(list, index - 1)}
          >
            <ArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.down', nth)}
            disabled={index === count - 1}
            onClick={() => swap(list, index)}
          >
            <ArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.removeNth', nth)}
            onClick={() => clear([...list, index])}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </div>
  );
}

export function AddButton({ what, onClick }: { what: string; onClick: () => void }) {
  const { t } = useTranslation('flows');
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Plus size={14} aria-hidden />}
      onClick={onClick}
      aria-label={t('form.addTo', { what })}
      style={{ alignSelf: 'flex-start' }}
    >
      {t('form.add')}
    </Button>
  );
}

export function Problems({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Text size="xs" className={classes.error}>
      {text}
    </Text>
  );
}

export function keyOf(path: Path): string | undefined {
  const key = path.at(-1);
  return typeof key === 'string' ? key : undefined;
}

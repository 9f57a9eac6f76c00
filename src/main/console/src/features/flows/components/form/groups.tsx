import {
  ActionIcon,
  Autocomplete,
  Button,
  Menu,
  ScrollArea,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { objectOf } from '../../model/flow';
import { formOf, formsOf, initial, resolve, type Schema } from '../../model/schema';
import { pointerOf, type Path } from '../../model/text';
import { Section } from './Section';
import classes from './Form.module.css';
import { useForm, type FieldProps, type FormContext } from './form-context';
import { useInput, useLabel, usePropertyName } from './labels';
import { AddButton, keyOf, Problems } from './lists';
import { converted } from './converted';

export function ObjectField(props: FieldProps) {
  const { error } = useInput(props);
  return (
    <Section title={useLabel(props)} keyName={keyOf(props.path)}>
      <Properties schema={props.schema} path={props.path} value={props.value} />
      <Problems text={error} />
    </Section>
  );
}

type PropertiesProps = {
  schema: Schema;
  path: Path;
  value: unknown;
  /** Those that stand somewhere else. */
  without?: string[];
};

/** What an object has, and a menu of what it may have beside that: nothing of the schema is left out. */
export function Properties({ schema, path, value, without = [] }: PropertiesProps) {
  const { set, readOnly, Field } = useForm();
  const found = resolve(schema);
  const there = objectOf(value);
  const order = Object.keys(found.properties ?? {});
  const known = Object.entries(found.properties ?? {}).filter(([key]) => !without.includes(key));
  const needed = (key: string) => found.required?.includes(key) ?? false;
  const absent = known.filter(([key]) => !(key in there) && !needed(key));
  return (
    <Stack gap="sm">
      {known
        .filter(([key]) => key in there || needed(key))
        .map(([key, property]) => (
          <Field
            key={key}
            schema={property}
            path={[...path, key]}
            value={there[key]}
            required={needed(key)}
          />
        ))}
      {!readOnly && absent.length > 0 && (
        <AddMenu absent={absent} onAdd={(key, property) => set([...path, key], initial(property), order)} />
      )}
    </Stack>
  );
}

type AddMenuProps = { absent: [string, Schema][]; onAdd: (key: string, schema: Schema) => void };

function AddMenu({ absent, onAdd }: AddMenuProps) {
  const { t } = useTranslation('flows');
  const name = usePropertyName();
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('form.addMore')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320}>
          {absent.map(([key, property]) => (
            <Menu.Item key={key} onClick={() => onAdd(key, property)}>
              {name(key)}{' '}
              <Text span size="xs" c="dimmed" ff="monospace" aria-hidden dir="ltr">
                {key}
              </Text>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a form of a value is called, where its property has a word of its own for it. */
function useFormLabel(key: string | undefined): (form: string) => string {
  const { t, i18n } = useTranslation('flows');
  return (form) =>
    i18n.exists(`forms.${key}.${form}`, { ns: 'flows' })
      ? t(`forms.${key as 'say'}.${form as 'string'}`)
      : t(`forms.${form as 'string'}`);
}

/** A value that may have several forms. */
export function ChoiceField(props: FieldProps) {
  const { set, readOnly, problems, Field } = useForm();
  const { t } = useTranslation('flows');
  const label = useLabel(props);
  const forms = formsOf(props.schema);
  const now = forms.find(({ form }) => form === formOf(props.value)) ?? forms[0];
  const inGroup = now?.form === 'object';
  const formLabel = useFormLabel(keyOf(props.path));
  const choice = (
    <SegmentedControl
      size="xs"
      className={classes.choice}
      aria-label={t('form.formOf', { what: label })}
      disabled={readOnly}
      data={forms.map(({ form }) => ({ value: form, label: formLabel(form) }))}
      value={now?.form}
      onChange={(form) => {
        const wanted = forms.find((candidate) => candidate.form === form);
        if (wanted) set(props.path, converted(props.value, wanted.schema));
      }}
    />
  );
  if (!now) return null;
  return inGroup ? (
    <Section title={label} keyName={keyOf(props.path)}>
      <Stack gap="xs">
        {choice}
        <Properties schema={now.schema} path={props.path} value={props.value} />
        <Problems text={problems(pointerOf(props.path), false).join(' ') || undefined} />
      </Stack>
    </Section>
  ) : (
    <Stack gap={4}>
      <Field {...props} schema={now.schema} required />
      {choice}
    </Stack>
  );
}

/** Names that the designer chooses, each with a value. */
export function MapField(props: FieldProps) {
  const form = useForm();
  const { set, readOnly } = form;
  const label = useLabel(props);
  const { error } = useInput(props);
  const entries = Object.entries(objectOf(props.value));
  const inner = resolve(props.schema).additionalProperties;
  const values: Schema = typeof inner === 'object' ? inner : {};
  const names = namesFor(form, props.path);
  const add = () => {
    const taken = new Set(entries.map(([key]) => key));
    const free = names.find((name) => !taken.has(name)) ?? freeKey(taken);
    set([...props.path, free], initial(values));
  };
  return (
    <Section title={label} keyName={keyOf(props.path)}>
      <Stack gap="xs">
        {entries.map(([key, value]) => (
          <MapEntry
            key={key}
            path={[...props.path, key]}
            names={names}
            taken={entries.map(([name]) => name)}
            schema={values}
            value={value}
            label={label}
          />
        ))}
        <Problems text={error} />
        {!readOnly && <AddButton what={label} onClick={add} />}
      </Stack>
    </Section>
  );
}

type MapEntryProps = {
  path: Path;
  names: string[];
  taken: string[];
  schema: Schema;
  value: unknown;
  label: string;
};

function MapEntry({ path, names, taken, schema, value, label }: MapEntryProps) {
  const { renameKey, clear, readOnly, Field } = useForm();
  const { t } = useTranslation('flows');
  const name = String(path.at(-1));
  const [typed, setTyped] = useState(name);
  const commit = () => {
    if (typed !== name && typed !== '' && !taken.includes(typed)) renameKey(path, typed);
    else setTyped(name);
  };
  return (
    <div className={classes.mapEntry}>
      <Autocomplete
        aria-label={t('form.nameIn', { what: label, name })}
        dir="ltr"
        data={names}
        disabled={readOnly}
        value={typed}
        onChange={setTyped}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      <div className={classes.mapValue}>
        <Field schema={schema} path={path} value={value} label={t('form.value', { name })} required />
      </div>
      {!readOnly && (
        <ActionIcon
          mt={4}
          variant="subtle"
          color="gray"
          aria-label={t('form.remove', { what: name })}
          onClick={() => clear(path)}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** What the contract of a step's operation takes, where a request is made. */
function namesFor({ flow, operations }: FormContext, path: Path): string[] {
  if (path.at(-1) !== 'send' || typeof path[1] !== 'number') return [];
  const step = flow.cards[path[1]];
  const operation = operations.find(({ name }) => name === step?.operation);
  const fields = operation?.request ?? [];
  return [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)].map(
    ({ name }) => name,
  );
}

function freeKey(taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const key = number === 1 ? 'name' : `name_${number}`;
    if (!taken.has(key)) return key;
  }
}

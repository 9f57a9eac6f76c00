import {
  Autocomplete,
  Button,
  Group,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { Braces } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { blanksIn, headerKinds, nextBlank, renamed, type Form } from '../form';
import { categories, useWords } from '../words';
import { useFieldError } from './check-context';
import { SampleFile } from './SampleFile';
import classes from './Templates.module.css';

type FieldsProps = { form: Form; onChange: (form: Form) => void };
type WordsProps = FieldsProps & { account: string | undefined };

const languages = [
  'en',
  'en_US',
  'en_GB',
  'fr',
  'ar',
  'sw',
  'es',
  'es_MX',
  'pt_BR',
  'pt_PT',
  'de',
  'it',
  'nl',
  'hi',
  'id',
  'tr',
  'ha',
  'zu',
  'af',
  'zh_CN',
];
const most = { header: 60, body: 1024, footer: 60 };

/** @param fixed it changes a template, whose name and language stay */
export function NameFields({ form, onChange, fixed }: FieldsProps & { fixed: boolean }) {
  const { t } = useTranslation('templates');
  const words = useWords();
  const errors = { name: useFieldError('name'), language: useFieldError('language') };
  const category = useFieldError('category');
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <TextInput
          data-field="name"
          label={t('columns.name')}
          description={t('form.nameText')}
          dir="ltr"
          required
          readOnly={fixed}
          value={form.name}
          error={errors.name}
          onChange={({ currentTarget }) =>
            onChange({ ...form, name: currentTarget.value.toLowerCase().replaceAll(/[\s-]+/g, '_') })
          }
        />
        <Autocomplete
          data-field="language"
          label={t('columns.language')}
          description={t('form.languageText')}
          dir="ltr"
          required
          readOnly={fixed}
          data={languages}
          value={form.language}
          error={errors.language}
          onChange={(language) => onChange({ ...form, language })}
        />
      </Group>
      <NativeSelect
        data-field="category"
        label={t('columns.category')}
        description={
          form.category === 'MARKETING' || form.category === 'AUTHENTICATION'
            ? t(`form.${form.category}`)
            : t('form.UTILITY')
        }
        value={form.category}
        error={category}
        data={categories.map((one) => ({ value: one, label: words.category(one) }))}
        onChange={({ currentTarget }) => onChange({ ...form, category: currentTarget.value })}
      />
    </Stack>
  );
}

/** Header, body with its blanks and samples, footer. */
export function WordsFields({ form, account, onChange }: WordsProps) {
  const { t } = useTranslation('templates');
  const body = useRef<HTMLTextAreaElement>(null);
  const footer = useFieldError('footer');
  const bodyError = useFieldError('body');
  /** Puts a blank where the cursor stands. */
  const insert = () => {
    const at = body.current?.selectionStart ?? form.body.length;
    const blank = nextBlank(form, form.body);
    onChange({ ...form, body: form.body.slice(0, at) + blank + form.body.slice(at) });
    requestAnimationFrame(() => {
      body.current?.focus();
      body.current?.setSelectionRange(at + blank.length, at + blank.length);
    });
  };
  return (
    <Stack gap="md">
      <HeaderFields form={form} account={account} onChange={onChange} />
      <fieldset className={classes.group}>
        <legend>{t('parts.body')}</legend>
        <Stack gap="xs">
          <Textarea
            ref={body}
            data-field="body"
            aria-label={t('parts.body')}
            description={t('form.length', { n: form.body.length, most: most.body })}
            autosize
            minRows={4}
            maxRows={14}
            dir="auto"
            value={form.body}
            error={bodyError}
            onChange={({ currentTarget }) => onChange({ ...form, body: currentTarget.value })}
          />
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Braces size={14} aria-hidden />}
              // Leaving the text would show its problems and move this button away under the pointer.
              onMouseDown={(event) => event.preventDefault()}
              onClick={insert}
            >
              {t('form.addBlank')}
            </Button>
            <SegmentedControl
              size="xs"
              aria-label={t('form.blanks')}
              value={form.named ? 'named' : 'numbered'}
              onChange={(style) => onChange(renamed(form, style === 'named'))}
              data={[
                { value: 'numbered', label: t('form.numbered') },
                { value: 'named', label: t('form.named') },
              ]}
            />
          </Group>
          <Samples form={form} onChange={onChange} part="body" />
        </Stack>
      </fieldset>
      <TextInput
        data-field="footer"
        label={t('parts.footer')}
        description={t('form.length', { n: form.footer.length, most: most.footer })}
        dir="auto"
        value={form.footer}
        error={footer}
        onChange={({ currentTarget }) => onChange({ ...form, footer: currentTarget.value })}
      />
    </Stack>
  );
}

function HeaderFields({ form, account, onChange }: WordsProps) {
  const { t } = useTranslation('templates');
  const error = useFieldError('header');
  const { header } = form;
  const set = (changed: Partial<Form['header']>) => onChange({ ...form, header: { ...header, ...changed } });
  const isFile = !['none', 'TEXT', 'LOCATION'].includes(header.kind);
  const kinds = headerKinds.some((kind) => kind === header.kind)
    ? headerKinds
    : [...headerKinds, header.kind];
  return (
    <fieldset className={classes.group}>
      <legend>{t('parts.header')}</legend>
      <Stack gap="xs" data-field="header">
        <NativeSelect
          aria-label={t('form.headerKind')}
          value={header.kind}
          data={kinds.map((kind) => ({
            value: kind,
            label: headerKinds.some((one) => one === kind)
              ? t(`headers.${kind as (typeof headerKinds)[number]}`)
              : kind,
          }))}
          onChange={({ currentTarget }) => set({ kind: currentTarget.value, handle: '' })}
        />
        {header.kind === 'TEXT' && (
          <>
            <TextInput
              aria-label={t('form.headerText')}
              description={t('form.length', { n: header.text.length, most: most.header })}
              dir="auto"
              value={header.text}
              error={error}
              onChange={({ currentTarget }) => set({ text: currentTarget.value })}
            />
            <Samples form={form} onChange={onChange} part="header" />
          </>
        )}
        {isFile && (
          <SampleFile
            kind={header.kind}
            handle={header.handle}
            account={account}
            error={error}
            onHandle={(handle) => set({ handle })}
          />
        )}
        {header.kind === 'LOCATION' && (
          <Text size="sm" c={error ? 'red' : undefined}>
            {error ?? t('form.location')}
          </Text>
        )}
      </Stack>
    </fieldset>
  );
}

/** An example for each blank, which Meta's reviewers read. */
function Samples({ form, onChange, part }: FieldsProps & { part: 'header' | 'body' }) {
  const { t } = useTranslation('templates');
  const names = blanksIn(part === 'body' ? form.body : form.header.text);
  if (names.length === 0) return null;
  return (
    <Stack gap={6} data-field={part}>
      <Text size="xs" c="dimmed">
        {t('form.samples')}
      </Text>
      <div className={classes.both}>
        {names.map((name) => (
          <Sample
            key={name}
            field={`${part}.${name}`}
            name={name}
            value={form.samples[`${part}.${name}`] ?? ''}
            onChange={(value) =>
              onChange({ ...form, samples: { ...form.samples, [`${part}.${name}`]: value } })
            }
          />
        ))}
      </div>
    </Stack>
  );
}

type SampleProps = { field: string; name: string; value: string; onChange: (value: string) => void };

function Sample({ field, name, value, onChange }: SampleProps) {
  const { t } = useTranslation('templates');
  return (
    <TextInput
      size="xs"
      label={t('form.sample', { name })}
      dir="auto"
      value={value}
      error={useFieldError(field)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

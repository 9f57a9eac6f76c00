import { Alert, Button, Group, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { useTemplateRefresh, useTemplates, useVersions, type MappingView, type Version } from '../api';
import { blanksOf, fileKind, mappingOf, wantedOf, type MappingForm } from '../mapping';
import { BlankFields } from './BlankFields';
import { MappingConflict } from './MappingConflict';
import { MappingFile } from './MappingFile';
import { MappingPreview } from './MappingPreview';
import classes from './Templates.module.css';

const isEqual = (one: MappingForm, other: MappingForm) => JSON.stringify(one) === JSON.stringify(other);

/** By which template an event is told of, and what stands in its blanks. */
export function MappingEditor({ mapping }: { mapping: MappingView }) {
  const { t } = useTranslation('templates');
  const mayEdit = useMay()('TEMPLATES_EDIT') && !mapping.byFlows;
  const saved = mappingOf(mapping);
  const [form, setForm] = useState(saved);
  const [seen, setSeen] = useState({ version: mapping.version, form: saved });
  const newer = mapping.version > seen.version;
  const behind = newer && !isEqual(form, seen.form) && !isEqual(form, saved);
  const takeThat = (view: MappingView) => {
    setSeen({ version: view.version, form: mappingOf(view) });
    setForm(mappingOf(view));
  };
  const take = () => takeThat(mapping);
  // Saved by me, or by somebody else while I changed nothing.
  if (newer && !behind) take();
  const templates = useTemplates();
  const versions = useVersions(form.template, form.template !== '');
  const known = form.template === '' ? [] : (versions.data?.versions ?? []);
  const names = [
    ...new Set(
      (templates.data?.templates ?? [])
        .filter(({ category }) => category === 'UTILITY')
        .map(({ name }) => name)
        .concat(saved.template)
        .filter(Boolean),
    ),
  ].sort();
  const choose = (template: string | null) =>
    setForm({
      ...form,
      template: template ?? '',
      languages: [
        ...new Set(
          (templates.data?.templates ?? [])
            .filter(({ name }) => name === template)
            .map(({ language }) => language),
        ),
      ],
    });
  return (
    <div className={classes.columns}>
      <Stack gap="md" className={classes.form}>
        {behind && (
          <MappingConflict
            theirs={saved}
            mine={form}
            onMine={() => setSeen({ version: mapping.version, form: saved })}
            onTheirs={take}
          />
        )}
        {mapping.byFlows && (
          <Alert color="blue" variant="outline" py="xs">
            {t('mapping.byFlows')}
          </Alert>
        )}
        {mapping.proposed && mapping.template != null && !mapping.byFlows && (
          <Text size="sm" c="dimmed">
            {t('mapping.proposed')}
          </Text>
        )}
        <Select
          label={t('mapping.template')}
          placeholder={t('mapping.silent')}
          searchable
          allowDeselect={false}
          readOnly={!mayEdit}
          value={form.template === '' ? null : form.template}
          data={names}
          onChange={choose}
        />
        {form.template !== '' && (
          <MultiSelect
            label={t('mapping.languages')}
            description={t('mapping.languagesText')}
            readOnly={!mayEdit}
            value={form.languages}
            data={[...new Set([...known.map(({ template }) => template.language), ...form.languages])]}
            onChange={(languages) => setForm({ ...form, languages })}
          />
        )}
        <Filled
          form={form}
          saved={saved}
          seen={seen.version}
          behind={behind}
          versions={known}
          mapping={mapping}
          onChange={setForm}
          onSaved={takeThat}
        />
      </Stack>
      {form.template !== '' && known.length > 0 && (
        <div className={classes.beside}>
          <MappingPreview event={mapping.event} form={form} versions={known} />
        </div>
      )}
    </div>
  );
}

type FilledProps = {
  form: MappingForm;
  saved: MappingForm;
  /** The version that was changed. */
  seen: number;
  /** Somebody else has saved since, and nobody has decided yet what counts. */
  behind: boolean;
  versions: Version[];
  mapping: MappingView;
  onChange: (form: MappingForm) => void;
  onSaved: (mapping: MappingView) => void;
};

/** The blanks, then what can be done. */
function Filled({ form, saved, seen, behind, versions, mapping, onChange, onSaved }: FilledProps) {
  const { t } = useTranslation('templates');
  const mayEdit = useMay()('TEMPLATES_EDIT') && !mapping.byFlows;
  const refresh = useTemplateRefresh();
  const blanks = blanksOf(versions, form.languages);
  const file = fileKind(versions, form.languages);
  const wanted = wantedOf(
    form,
    blanks.map(({ key }) => key),
    file,
  );
  const path = { event: mapping.event };
  const save = gateway.useMutation('put', '/api/v1/template-mappings/{event}', {
    onSuccess: (rendered) => {
      onSaved(rendered.mapping);
      showDone(t('mapping.saved'));
    },
    onSettled: refresh,
  });
  const silence = gateway.useMutation('delete', '/api/v1/template-mappings/{event}', {
    onSuccess: () => {
      onChange(saved);
      showDone(t('mapping.silenced'));
    },
    onSettled: refresh,
  });
  const error = save.error ?? silence.error;
  const dirty = JSON.stringify(form) !== JSON.stringify(saved);
  return (
    <>
      {blanks.length > 0 && (
        <BlankFields
          blanks={blanks}
          form={form}
          event={mapping.event}
          readOnly={!mayEdit}
          onChange={onChange}
        />
      )}
      {file !== null && (
        <MappingFile
          kind={file}
          value={form.header}
          readOnly={!mayEdit}
          onChange={(header) => onChange({ ...form, header })}
        />
      )}
      {error && !behind && (
        <Alert color="red" variant="outline" role="alert">
          {(error as Error).message}
        </Alert>
      )}
      {save.data?.warnings.map((warning) => (
        <Alert key={warning} color="yellow" variant="outline" py="xs">
          {warning}
        </Alert>
      ))}
      {mayEdit && (
        <Group>
          <Button
            disabled={form.template === '' || behind || (!dirty && !mapping.proposed)}
            loading={save.isPending}
            onClick={() => save.mutate({ params: { path }, body: { ...wanted, version: seen } })}
          >
            {t('mapping.save')}
          </Button>
          {mapping.template != null && (
            <Button
              variant="default"
              disabled={behind}
              loading={silence.isPending}
              onClick={() => silence.mutate({ params: { path, query: { version: seen } } })}
            >
              {t('mapping.silence')}
            </Button>
          )}
          {dirty && (
            <Button variant="subtle" onClick={() => onChange(saved)}>
              {t('mapping.undo')}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

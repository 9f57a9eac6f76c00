import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { Problem } from '@/lib/http';
import { useMay } from '@/lib/session';
import type { Draft, Saved } from '../use-draft';
import { Conflict, type Difference } from './Conflict';

type SettingFormProps<V> = {
  saved: Saved<V> & { savedAt?: string; savedBy?: string };
  draft: Draft<V>;
  /** What is said of each value where two people have changed it. */
  fields: { label: string; text: (values: V) => string }[];
  error: Error | null;
  saving: boolean;
  /** What stands in the form cannot be. */
  wrong: boolean;
  onSave: () => void;
  children: ReactNode;
};

/** Settings that are saved as a whole: where they come from, what is in the way of saving, and Save. */
export function SettingForm<V>({
  saved,
  draft,
  fields,
  error,
  saving,
  wrong,
  onSave,
  children,
}: SettingFormProps<V>) {
  const { t } = useTranslation('settings');
  const mayEdit = useMay()('SETTINGS_EDIT');
  const conflict = error instanceof Problem && error.status === 409;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Stack maw={720}>
        <Text size="sm" c="dimmed">
          {saved.savedAt && saved.savedBy ? (
            <>
              {t('savedBy', { name: saved.savedBy })} <RelativeTime at={saved.savedAt} />
            </>
          ) : (
            t('configured')
          )}
        </Text>
        {draft.behind && (
          <Conflict
            differences={fields
              .map(({ label, text }) => ({ label, theirs: text(saved.values), mine: text(draft.values) }))
              .filter(({ theirs, mine }: Difference) => theirs !== mine)}
            onMine={draft.keepMine}
            onTheirs={() => draft.accept(saved)}
          />
        )}
        {children}
        {error && !conflict && (
          <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
            {error.message}
          </Alert>
        )}
        {mayEdit && (
          <Group>
            <Button type="submit" disabled={!draft.dirty || draft.behind || wrong} loading={saving}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** What the gateway says of a field that it refused. */
export function fieldErrors(error: unknown): (pointer: string) => string | undefined {
  const fields = error instanceof Problem && error.status === 422 ? error.fields : [];
  return (pointer) => fields.find((field) => field.pointer === pointer)?.message;
}

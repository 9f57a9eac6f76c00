import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, gateway } from '@/lib/gateway';
import { Problem } from '@/lib/http';
import { useTemplateRefresh, type Draft } from '../api';
import { definitionOf, formOf, type Form } from '../form';
import { isSame, merge, take, type Part } from '../merge';

type Colleague = { who: string; version: number; theirs: Form; open: Part[] };

const keyOf = (id: number) =>
  gateway.queryOptions('get', '/api/v1/template-drafts/{id}', { params: { path: { id } } }).queryKey;

/**
 * A draft while somebody writes it. What others save meanwhile is put together with it; a part that both changed waits in
 * `colleague.open` until somebody says which counts.
 */
export function useDraft(draft: Draft | null, initial: Form, account: string | undefined) {
  const queries = useQueryClient();
  const refresh = useTemplateRefresh();
  const [form, setForm] = useState(initial);
  const [seen, setSeen] = useState({ id: draft?.id, version: draft?.version ?? 0, form: initial });
  const [colleague, setColleague] = useState<Colleague | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);

  if (draft && draft.version > seen.version) {
    const theirs = formOf(draft.definition);
    const { merged, conflicts } = merge(seen.form, form, theirs);
    setSeen({ id: draft.id, version: draft.version, form: theirs });
    setForm(merged);
    setColleague({ who: draft.changedBy, version: draft.version, theirs, open: conflicts });
  }

  /** Null when it was not saved; why stands in `failure`. */
  const save = async (): Promise<{ id: number; version: number } | null> => {
    setBusy(true);
    setFailure(null);
    try {
      const saved = await keep();
      setSeen({ id: saved.id, version: saved.version, form });
      queries.setQueryData(keyOf(saved.id), saved);
      setColleague(null);
      refresh();
      return saved;
    } catch (error) {
      setFailure(error as Error);
      // Somebody was faster: what they saved is put together with mine.
      if (error instanceof Problem && error.status === 409 && seen.id !== undefined)
        void queries.invalidateQueries({ queryKey: keyOf(seen.id) });
      return null;
    } finally {
      setBusy(false);
    }
  };
  const keep = async (): Promise<Draft> => {
    const definition = definitionOf(form) as never;
    const answer =
      seen.id === undefined
        ? await api.POST('/api/v1/template-drafts', { body: { definition, account } })
        : await api.PUT('/api/v1/template-drafts/{id}', {
            params: { path: { id: seen.id } },
            body: { version: seen.version, definition },
          });
    return answer.data as Draft;
  };
  const submit = async (): Promise<boolean> => {
    const saved = seen.id === undefined || dirty ? await save() : { id: seen.id, version: seen.version };
    if (!saved) return false;
    setBusy(true);
    try {
      await api.POST('/api/v1/template-drafts/{id}/submit', {
        params: { path: { id: saved.id } },
        body: { version: saved.version },
      });
      refresh();
      return true;
    } catch (error) {
      setFailure(error as Error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const discard = async (): Promise<boolean> => {
    if (seen.id === undefined) return true;
    setBusy(true);
    try {
      await api.DELETE('/api/v1/template-drafts/{id}', { params: { path: { id: seen.id } } });
      refresh();
      return true;
    } catch (error) {
      setFailure(error as Error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const decide = (part: Part, whose: 'mine' | 'theirs') => {
    if (!colleague) return;
    if (whose === 'theirs') setForm(take(form, colleague.theirs, part));
    setColleague({ ...colleague, open: colleague.open.filter((one) => one !== part) });
  };
  const dirty = !isSame(seen.form, form);
  return {
    form,
    setForm,
    dirty,
    busy,
    failure,
    colleague,
    decide,
    save,
    submit,
    discard,
    id: seen.id,
    version: seen.version,
  };
}

import { Button, Skeleton, Stack } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { isNotFound } from '@/lib/http';
import { useTemplateEvents, useVersions } from '../api';
import { emptyForm, formOf, type Form } from '../form';
import { Builder } from './Builder';

const route = getRouteApi('/signed-in/templates/drafts/$draft');

/** The template builder: a new template, another language or a copy of one, or a draft that was begun. */
export function BuilderPage() {
  const { draft } = route.useParams();
  useTemplateEvents();
  return draft === 'new' ? <NewDraft /> : <SavedDraft id={draft} />;
}

function NewDraft() {
  const { t } = useTranslation('templates');
  const { from, language, as, account } = route.useSearch();
  const versions = useVersions(from ?? '', from !== undefined);
  if (from === undefined) return <Builder draft={null} initial={emptyForm} account={account} />;
  if (versions.isError)
    return (
      <Waiting>
        <LoadError
          what={t('failed')}
          error={versions.error as Error}
          onRetry={() => void versions.refetch()}
        />
      </Waiting>
    );
  if (!versions.data) return <Waiting />;
  const all = versions.data.versions;
  const source = all.find(({ template }) => template.language === language) ?? all[0];
  const initial = source ? copyOf(formOf(source.definition), as) : emptyForm;
  return <Builder key={`${from}/${language}/${as}`} draft={null} initial={initial} account={account} />;
}

/** Without what Meta gave the original. */
function copyOf({ rest, ...form }: Form, as: string | undefined): Form {
  const { id: _, status: __, rejected_reason: ___, ...kept } = rest;
  return as === 'language'
    ? { ...form, rest: kept, language: '' }
    : { ...form, rest: kept, name: `${form.name}_copy` };
}

function SavedDraft({ id }: { id: string }) {
  const { t } = useTranslation('templates');
  const draft = gateway.useQuery(
    'get',
    '/api/v1/template-drafts/{id}',
    { params: { path: { id: Number(id) } } },
    { retry: (count, error) => !isNotFound(error) && count < 2 },
  );
  // What was thrown away elsewhere stays on the screen of whoever still writes.
  if (draft.data)
    return <Builder key={draft.data.id} draft={draft.data} initial={formOf(draft.data.definition)} />;
  return (
    <Waiting>
      {draft.isError &&
        (isNotFound(draft.error) ? (
          <Empty
            action={
              <Button variant="default" renderRoot={(props) => <Link to="/templates" {...props} />}>
                {t('builder.toList')}
              </Button>
            }
          >
            {(draft.error as Error).message}
          </Empty>
        ) : (
          <LoadError what={t('failed')} error={draft.error as Error} onRetry={() => void draft.refetch()} />
        ))}
    </Waiting>
  );
}

function Waiting({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  return (
    <Page title={t('builder.new')} help={t('builder.help', { returnObjects: true })}>
      {children || (
        <Loading label={common('loading')}>
          <Stack maw={680}>
            <Skeleton h={36} />
            <Skeleton h={180} />
            <Skeleton h={80} />
          </Stack>
        </Loading>
      )}
    </Page>
  );
}

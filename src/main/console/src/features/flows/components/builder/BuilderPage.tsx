import { Button, Skeleton } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading } from '@/components/States';
import { isNotFound } from '@/lib/http';
import type { KeptText } from '../../api/flows';
import { currentText } from '../../model/keeper';
import { Builder } from './Builder';

/** One flow, to be worked on. */
export function BuilderPage() {
  const { flowId } = useParams({ strict: false }) as { flowId: string };
  return <Opened key={flowId} flow={flowId} />;
}

function Opened({ flow }: { flow: string }) {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [kept, setKept] = useState<KeptText | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    currentText(flow).then(
      (text) => wanted && setKept(text),
      (failure: Error) => wanted && setError(failure),
    );
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another try is the reason to run, not something read
  }, [flow, tries]);
  const retry = () => {
    setError(null);
    setTries(tries + 1);
  };
  if (kept) return <Builder flow={flow} kept={kept} />;
  return (
    <Page title={flow} help={t('builder.help', { returnObjects: true })}>
      {error && isNotFound(error) ? (
        <Empty action={<Button onClick={() => void navigate({ to: '/flows' })}>{t('back')}</Button>}>
          {t('noFlow', { flow })}
        </Empty>
      ) : error ? (
        <LoadError what={t('noText')} error={error} onRetry={retry} />
      ) : (
        <Loading label={common('loading')}>
          <Skeleton h={480} />
        </Loading>
      )}
    </Page>
  );
}

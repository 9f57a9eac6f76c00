import { Alert, Badge, NavLink, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { useMappings, type MappingView, type Unready } from '../api';
import { useWords } from '../words';
import { MappingEditor } from './MappingEditor';
import classes from './Templates.module.css';

type MappingsProps = { event: string | undefined; onEvent: (event: string) => void };

/** What customers are told of, and by which template. */
export function Mappings({ event, onEvent }: MappingsProps) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  const words = useWords();
  const mappings = useMappings();
  if (mappings.isError && !mappings.data)
    return (
      <LoadError
        what={t('mapping.failed')}
        error={mappings.error as Error}
        onRetry={() => void mappings.refetch()}
      />
    );
  if (!mappings.data)
    return (
      <Loading label={common('loading')}>
        <div className={classes.events}>
          <Skeleton h={320} />
          <Skeleton h={320} />
        </div>
      </Loading>
    );
  const { mappings: all, unready } = mappings.data;
  const shown = all.find((one) => one.event === event) ?? all[0];
  return (
    <div className={classes.events}>
      <nav aria-label={t('mapping.events')}>
        {all.map((mapping) => (
          <NavLink
            key={mapping.event}
            component="button"
            label={words.event(mapping.event)}
            description={mapping.template ?? t('mapping.silent')}
            active={mapping.event === shown?.event}
            aria-current={mapping.event === shown?.event ? 'true' : undefined}
            rightSection={
              <State mapping={mapping} unready={unready.find((one) => one.event === mapping.event)} />
            }
            onClick={() => onEvent(mapping.event)}
            data-row
          />
        ))}
      </nav>
      {shown && (
        <Stack gap="md" component="section" aria-label={words.event(shown.event)}>
          <Title order={2} size="h4">
            {words.event(shown.event)}
          </Title>
          {unready
            .filter((one) => one.event === shown.event)
            .map((one) => (
              <NotReady key={one.why + one.sentence} unready={one} template={shown.template ?? ''} />
            ))}
          <MappingEditor key={shown.event} mapping={shown} />
        </Stack>
      )}
    </div>
  );
}

function State({ mapping, unready }: { mapping: MappingView; unready: Unready | undefined }) {
  const { t } = useTranslation('templates');
  if (mapping.template == null) return null;
  return unready ? (
    <Badge size="sm" variant="light" color={unready.why === 'in_review' ? 'blue' : 'orange'}>
      {t(`unready.${whyOf(unready)}.badge`)}
    </Badge>
  ) : (
    <Badge size="sm" variant="light" color="teal">
      {t('mapping.ready')}
    </Badge>
  );
}

const whys = ['missing', 'misfit', 'not_submitted', 'in_review', 'not_approved'] as const;
const whyOf = ({ why }: Unready) => whys.find((one) => one === why) ?? 'not_approved';

/** Why customers cannot always be told, and what to do. */
function NotReady({ unready, template }: { unready: Unready; template: string }) {
  const { t } = useTranslation('templates');
  const why = whyOf(unready);
  return (
    <Alert
      color={why === 'in_review' ? 'blue' : 'orange'}
      variant="outline"
      icon={<TriangleAlert aria-hidden />}
      title={t(`unready.${why}.title`)}
    >
      <Stack gap={6} align="flex-start">
        <Text size="sm">{unready.sentence}</Text>
        <Text size="sm">{t(`unready.${why}.todo`)}</Text>
        {why !== 'missing' && why !== 'misfit' && (
          <Link to="/templates/$name" params={{ name: template }}>
            {t('unready.open', { name: template })}
          </Link>
        )}
      </Stack>
    </Alert>
  );
}

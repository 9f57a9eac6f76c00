import { Button, Group, Loader, Paper, Text } from '@mantine/core';
import { CircleAlert, CircleCheck, CircleMinus, Clock3, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';

type HalfProps = {
  what: string;
  state: 'waiting' | 'done' | 'failed' | 'later' | 'none';
  text: string;
  detail?: string | null;
  retrying?: boolean;
  onRetry?: () => void;
};

const icons = {
  waiting: null,
  done: CircleCheck,
  failed: CircleAlert,
  later: Clock3,
  none: CircleMinus,
};

/** One half of a change of status, the ERP's or the message, with its own result and its own Retry. */
export function Half({ what, state, text, detail, retrying = false, onRetry }: HalfProps) {
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <Paper withBorder p="sm" role="status" aria-label={what}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {Icon ? <Icon size={18} aria-hidden style={{ flexShrink: 0 }} /> : <Loader size={18} />}
        <div style={{ flex: 1 }}>
          <Text size="sm" fw={600}>
            {what}
          </Text>
          <Text size="sm">{text}</Text>
          {detail && (
            <Text size="xs" c="dimmed">
              {detail}
            </Text>
          )}
        </div>
        {onRetry && (
          <Button
            size="compact-sm"
            variant="default"
            loading={retrying}
            leftSection={<RotateCw size={14} aria-hidden />}
            onClick={onRetry}
          >
            {t('retry')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

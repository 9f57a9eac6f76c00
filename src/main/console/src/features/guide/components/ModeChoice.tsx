import { Alert, Button, Group, Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';

const modes = ['chat', 'cart', 'order'] as const;
const key = gateway.queryOptions('get', '/api/v1/setup-guide', {}).queryKey;

/** How customers buy; what is chosen is published as the flow “order”. */
export function ModeChoice({ mode }: { mode: string | null }) {
  const { t } = useTranslation('guide');
  const may = useMay();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<string | null>(null);
  const choose = gateway.useMutation('put', '/api/v1/setup-guide/mode', {
    onSuccess: (guide) => {
      queries.setQueryData(key, guide);
      setWanted(null);
      showDone(t('mode.published'));
    },
  });
  const disabled = !may('SETTINGS_EDIT') || !may('FLOWS_EDIT') || choose.isPending;
  const chosen = wanted ?? mode;
  return (
    <Stack gap="sm">
      <Radio.Group aria-label={t('mode.title')} value={chosen} onChange={setWanted}>
        <Stack gap="xs">
          {modes.map((name) => (
            <Radio
              key={name}
              value={name}
              label={t(`mode.names.${name}`)}
              description={t(`mode.texts.${name}`)}
              disabled={disabled}
            />
          ))}
        </Stack>
      </Radio.Group>
      {choose.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {choose.error.message}
        </Alert>
      )}
      {chosen !== null && chosen !== mode && (
        <Group>
          <Button
            size="sm"
            loading={choose.isPending}
            onClick={() => choose.mutate({ body: { mode: chosen } })}
          >
            {t('mode.choose')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

import { Alert, Anchor, Button, Group, SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CircleAlert, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowSelect } from '@/components/FlowSelect';
import { LoadError } from '@/components/States';
import { api, gateway } from '@/lib/gateway';
import { Copied } from '@/components/Copied';
import classes from './Settings.module.css';

type Goal = 'chat' | 'product' | 'flow' | 'catalogue';
type Wanted = { goal: Goal; text: string; product: string | null; flow: string | null };

async function make({ goal, text, product, flow }: Wanted) {
  const { data } =
    goal === 'catalogue'
      ? await api.POST('/api/v1/catalogue-links', { body: {} })
      : await api.POST('/api/v1/chat-links', {
          body: {
            text,
            product: (goal === 'product' && product) || undefined,
            flow: (goal === 'flow' && flow) || undefined,
          },
        });
  return data;
}

/** Links and QR codes for web pages, posters and newsletters. */
export function LinksTab() {
  const { t } = useTranslation('settings');
  const products = gateway.useQuery('get', '/api/catalog/products');
  const [wanted, setWanted] = useState<Wanted>({ goal: 'chat', text: '', product: null, flow: null });
  const link = useMutation({ mutationFn: make, networkMode: 'always' });
  const set = (part: Partial<Wanted>) => {
    setWanted({ ...wanted, ...part });
    link.reset();
  };
  const incomplete =
    (wanted.goal === 'product' && wanted.product === null) ||
    (wanted.goal === 'flow' && wanted.flow === null);
  return (
    <Stack maw={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          link.mutate(wanted);
        }}
      >
        <Stack>
          <SegmentedControl
            className={classes.goals}
            aria-label={t('links.goal')}
            value={wanted.goal}
            onChange={(goal) => set({ goal: goal as Goal })}
            data={(['chat', 'product', 'flow', 'catalogue'] as const).map((value) => ({
              value,
              label: t(`links.goals.${value}`),
            }))}
          />
          {products.error && (wanted.goal === 'product' || wanted.goal === 'flow') && (
            <LoadError
              what={t('links.noChoice')}
              error={products.error}
              onRetry={() => void products.refetch()}
            />
          )}
          {wanted.goal === 'product' && (
            <Select
              label={t('links.product')}
              searchable
              nothingFoundMessage={t('links.noProduct')}
              limit={50}
              data={(products.data?.products ?? []).map(({ externalProductId, name }) => ({
                value: externalProductId,
                label: `${name} · ${externalProductId}`,
              }))}
              value={wanted.product}
              onChange={(product) => set({ product })}
            />
          )}
          {wanted.goal === 'flow' && (
            <FlowSelect
              label={t('links.flow')}
              flows={products.data?.flows ?? []}
              value={wanted.flow}
              onChange={(flow) => set({ flow })}
            />
          )}
          {wanted.goal !== 'catalogue' && (
            <Textarea
              label={t('links.text')}
              description={t('links.textHelp')}
              autosize
              minRows={2}
              maxLength={4096}
              value={wanted.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
          )}
          <Group>
            <Button type="submit" disabled={incomplete} loading={link.isPending}>
              {t('links.make')}
            </Button>
          </Group>
        </Stack>
      </form>
      {link.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {link.error.message}
        </Alert>
      )}
      {link.data && (
        <>
          <Copied label={t('links.link')} value={link.data.link} />
          <Copied label={t('links.html')} value={link.data.html} />
          {link.data.qr !== '' && <QrCode link={link.data.link} />}
        </>
      )}
    </Stack>
  );
}

function QrCode({ link }: { link: string }) {
  const { t } = useTranslation('settings');
  const source = `/api/v1/qr-codes?${new URLSearchParams({ link })}`;
  return (
    <Stack gap="xs" align="flex-start">
      <img className={classes.code} src={source} alt={t('links.codeOf')} />
      <Anchor
        size="sm"
        href={`${source}&module=20`}
        download="whatsapp-qr.png"
        className={classes.download}
        underline="always"
      >
        <Download size={14} aria-hidden /> {t('links.download')}
      </Anchor>
    </Stack>
  );
}

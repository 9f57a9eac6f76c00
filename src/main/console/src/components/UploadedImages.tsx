import { ActionIcon, Button, CopyButton, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Check, Copy, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import { thumbnailPath } from '@/lib/images';
import { useMay } from '@/lib/session';
import classes from './ImageUpload.module.css';
import { Empty, LoadError, Loading } from './States';
import { showDone, showFailed } from './undo';

type UploadedImagesProps = {
  attached: string[];
  /** Left out where nothing more can be attached. */
  onAttach?: (id: string) => void;
};

/** Every picture that is kept, and where it is used. */
export function UploadedImages({ attached, onAttach }: UploadedImagesProps) {
  const { t } = useTranslation();
  const mayEdit = useMay()('CATALOG_EDIT');
  const queries = useQueryClient();
  const images = gateway.useQuery('get', '/api/v1/images');
  const remove = gateway.useMutation('delete', '/api/v1/images/{id}', {
    onSuccess: () => showDone(t('uploaded.deleted')),
    onError: (error) => showFailed(error as Error),
    onSettled: () =>
      queries.invalidateQueries({ queryKey: gateway.queryOptions('get', '/api/v1/images').queryKey }),
  });
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('uploaded.title')}
      </Title>
      {images.isError && !images.data ? (
        <LoadError
          what={t('uploaded.noList')}
          error={images.error as Error}
          onRetry={() => void images.refetch()}
        />
      ) : !images.data ? (
        <Loading label={t('loading')}>
          <Skeleton h={80} />
        </Loading>
      ) : images.data.length === 0 ? (
        <Empty>{t('uploaded.empty')}</Empty>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing={6} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('uploaded.picture')}</Table.Th>
                <Table.Th>{t('uploaded.id')}</Table.Th>
                <Table.Th>{t('uploaded.url')}</Table.Th>
                <Table.Th>{t('uploaded.size')}</Table.Th>
                <Table.Th>{t('uploaded.usedBy')}</Table.Th>
                <Table.Th>{t('uploaded.action')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {images.data.map((image) => (
                <Table.Tr key={image.id}>
                  <Table.Td>
                    <img
                      src={thumbnailPath(image.id)}
                      alt={image.altText || image.filename}
                      className={classes.small}
                      loading="lazy"
                    />
                  </Table.Td>
                  <Table.Td>
                    <code className={classes.id} dir="ltr" title={image.id}>
                      {image.id}
                    </code>
                  </Table.Td>
                  <Table.Td>
                    <CopyUrl image={image} />
                  </Table.Td>
                  <Table.Td>
                    <span dir="ltr">
                      {Math.ceil(image.size / 1024)} kB, {image.width} × {image.height}
                    </span>
                  </Table.Td>
                  <Table.Td>
                    {image.usedBy.length > 0 ? image.usedBy.join(', ') : t('uploaded.unused')}
                  </Table.Td>
                  <Table.Td>
                    <Group gap={6} wrap="nowrap">
                      {onAttach && !attached.includes(image.id) && (
                        <Button
                          size="compact-xs"
                          variant="default"
                          aria-label={t('uploaded.attachWhat', { name: image.filename })}
                          onClick={() => onAttach(image.id)}
                        >
                          {t('uploaded.attach')}
                        </Button>
                      )}
                      {mayEdit && (
                        <ActionIcon
                          variant="default"
                          size="sm"
                          aria-label={t('uploaded.delete', { name: image.filename })}
                          disabled={remove.isPending}
                          onClick={() => remove.mutate({ params: { path: { id: image.id } } })}
                        >
                          <Trash2 size={14} aria-hidden />
                        </ActionIcon>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="xs" c="dimmed">
        {t('uploaded.text')}
      </Text>
    </Stack>
  );
}

function CopyUrl({ image }: { image: Schemas['ImageView'] }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={new URL(image.url, window.location.origin).toString()}>
      {({ copied, copy }) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('copy', { what: `URL ${image.filename}` })}
          leftSection={copied ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
          onClick={copy}
        >
          {copied ? t('copied') : 'URL'}
        </Button>
      )}
    </CopyButton>
  );
}

import { Button, Divider, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImageUpload } from '@/components/ImageUpload';
import { UploadedImages } from '@/components/UploadedImages';
import { Empty } from '@/components/States';
import { showFailed, showUndo } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { imagePath } from '@/lib/images';
import { useMay } from '@/lib/session';
import { imagesKey, productsKey, type Product, type Products } from '../api/catalog';
import classes from './Catalog.module.css';

/** Uploads pictures, attaches them, and puts them in order. */
export function ImagesTab({ product }: { product: Product }) {
  const { t } = useTranslation('catalog');
  const mayEdit = useMay()('CATALOG_EDIT');
  const queries = useQueryClient();
  const images = gateway.useQuery('get', '/api/v1/images');
  // The whole list is sent: what is still on its way must not be lost by the next change.
  const onItsWay = useRef<string[] | null>(null);
  const put = gateway.useMutation('put', '/api/catalog/products/{externalProductId}/images', {
    scope: { id: `images ${product.externalProductId}` },
    onSuccess: (ids) =>
      queries.setQueryData<Products>(productsKey, (known) => known && withImages(known, product, ids)),
    onError: (error) => showFailed(error as Error),
    onSettled: (_answer, _error, { body }) => {
      if (onItsWay.current === body) onItsWay.current = null;
      void queries.invalidateQueries({ queryKey: productsKey });
      void queries.invalidateQueries({ queryKey: imagesKey });
    },
  });
  const current = () => onItsWay.current ?? product.images;
  const save = (ids: string[], after?: () => void) => {
    onItsWay.current = ids;
    put.mutate(
      { params: { path: { externalProductId: product.externalProductId } }, body: ids },
      { onSuccess: after },
    );
  };
  const attach = (id: string) => {
    if (!current().includes(id)) save([...current(), id]);
  };
  const remove = (id: string) => {
    const before = current();
    save(
      before.filter((image) => image !== id),
      () => showUndo(t('images.removed'), t('undo'), () => save(before)),
    );
  };
  return (
    <Stack gap="lg">
      {mayEdit && (
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('images.upload')}
          </Title>
          <ImageUpload onUploaded={(image) => attach(image.id)} />
        </Stack>
      )}
      <Stack gap="xs">
        <Title order={3} size="h5">
          {t('images.attached')}
        </Title>
        {product.images.length === 0 ? (
          <Empty>{t('images.none')}</Empty>
        ) : (
          <Attached
            ids={product.images}
            known={images.data ?? []}
            editable={mayEdit && !put.isPending}
            onOrder={(ids) => save(ids)}
            onRemove={remove}
          />
        )}
      </Stack>
      <Divider />
      <UploadedImages
        attached={product.images}
        onAttach={mayEdit && product.images.length < 10 ? attach : undefined}
      />
    </Stack>
  );
}

function withImages(known: Products, product: Product, images: string[]): Products {
  return {
    ...known,
    products: known.products.map((one) =>
      one.externalProductId === product.externalProductId ? { ...one, images } : one,
    ),
  };
}

type AttachedProps = {
  ids: string[];
  known: Schemas['ImageView'][];
  editable: boolean;
  onOrder: (ids: string[]) => void;
  onRemove: (id: string) => void;
};

/** Dragged, or moved by the buttons under each; the first is the main one. */
function Attached({ ids, known, editable, onOrder, onRemove }: AttachedProps) {
  const { t } = useTranslation('catalog');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const move = (id: string, to: number) => {
    const rest = ids.filter((other) => other !== id);
    onOrder([...rest.slice(0, to), id, ...rest.slice(to)]);
  };
  return (
    <ol className={classes.attached}>
      {ids.map((id, index) => {
        const image = known.find((found) => found.id === id);
        const name = image?.altText || image?.filename || id;
        return (
          <li key={id} className={classes.picture} data-over={over === id || undefined}>
            <a
              href={imagePath(id)}
              target="_blank"
              rel="noreferrer"
              draggable={editable}
              onDragStart={() => setDragged(id)}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setOver(id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged && dragged !== id) move(dragged, index);
                setOver(null);
              }}
            >
              <img src={imagePath(id)} alt={t('images.open', { name })} draggable={false} />
            </a>
            <Text size="xs" mt={4} fw={600}>
              {index === 0 ? t('images.main') : t('images.place', { place: index + 1 })}
            </Text>
            {editable && (
              <>
                <Group gap={4} mt={4} wrap="nowrap">
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('images.earlier', { name })}
                    disabled={index === 0}
                    onClick={() => move(id, index - 1)}
                  >
                    <ArrowLeft size={12} aria-hidden />
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('images.later', { name })}
                    disabled={index === ids.length - 1}
                    onClick={() => move(id, index + 1)}
                  >
                    <ArrowRight size={12} aria-hidden />
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('images.remove', { name })}
                    onClick={() => onRemove(id)}
                  >
                    <X size={12} aria-hidden />
                  </Button>
                </Group>
                {image && <AltText image={image} />}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function AltText({ image }: { image: Schemas['ImageView'] }) {
  const { t } = useTranslation('catalog');
  const queries = useQueryClient();
  const [text, setText] = useState(image.altText);
  const put = gateway.useMutation('put', '/api/v1/images/{id}', {
    onError: (error) => showFailed(error as Error),
    onSettled: () => queries.invalidateQueries({ queryKey: imagesKey }),
  });
  return (
    <TextInput
      size="xs"
      mt={6}
      label={t('images.alt')}
      value={text}
      maxLength={300}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== image.altText)
          put.mutate({ params: { path: { id: image.id } }, body: { altText: text.trim() } });
      }}
    />
  );
}

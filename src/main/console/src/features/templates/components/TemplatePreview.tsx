import { useTranslation } from 'react-i18next';
import { MessagePreview } from '@/components/MessageBubble';
import type { Shown } from '../api';

type TemplatePreviewProps = {
  shown: Shown;
  /** The format of a header that is no text. */
  header?: string | null;
  /** Address of what such a header shows. */
  file?: string | null;
  label?: string;
};

/** A template as a customer reads it; the gateway has put its words together. */
export function TemplatePreview({ shown, header, file, label }: TemplatePreviewProps) {
  const { t } = useTranslation('templates');
  const kind = header?.toLowerCase();
  const media =
    kind === undefined || kind === 'text' || kind === 'none' || kind === ''
      ? null
      : { kind, name: file ?? t(`preview.${mediaKind(kind)}`), url: file ?? null };
  return (
    <MessagePreview
      label={label ?? t('preview.label')}
      picture={t('preview.image')}
      message={{
        media,
        text: shown.body,
        footer: shown.footer ?? null,
        replies: shown.buttons.map(({ label: words, target }) => ({
          label: words,
          kind:
            target === ''
              ? ('send' as const)
              : target.includes('://')
                ? ('url' as const)
                : ('contact' as const),
        })),
      }}
    />
  );
}

const mediaKind = (kind: string) =>
  kind === 'image' || kind === 'video' || kind === 'location' ? kind : 'document';

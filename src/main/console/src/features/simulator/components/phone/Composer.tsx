import { Menu } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { FileText, Image, MapPin, Paperclip, SendHorizontal } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilePicker } from './FilePicker';
import classes from './Phone.module.css';

type ComposerProps = {
  onSend: (text: string, giveBack: () => void) => void;
  onLocation: () => void;
  onFile: (file: File) => void;
};

/** Enter sends, Shift+Enter starts a new line. A text that could not be sent comes back. */
export function Composer({ onSend, onLocation, onFile }: ComposerProps) {
  const { t } = useTranslation('simulator');
  const [text, setText] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);
  const document = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);

  // Grows with the text, up to a few lines; another width makes other lines.
  const { ref: measured } = useElementSize<HTMLTextAreaElement>();
  const field = useMergedRef(input, measured);
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 110)}px`;
  });

  const send = () => {
    if (text.trim() === '') return;
    onSend(text, () => setText((current) => (current === '' ? text : current)));
    setText('');
    input.current?.focus();
  };

  return (
    <form
      className={classes.composer}
      data-composer
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Menu
        position="top-start"
        width={210}
        withinPortal={false}
        classNames={{ dropdown: classes.attachMenu, item: classes.attachItem }}
      >
        <Menu.Target>
          <button type="button" className={classes.icon} aria-label={t('composer.attach')}>
            <Paperclip size={20} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<FileText size={16} aria-hidden />}
            onClick={() => document.current?.click()}
          >
            {t('composer.sendDocument')}
          </Menu.Item>
          <Menu.Item leftSection={<Image size={16} aria-hidden />} onClick={() => photo.current?.click()}>
            {t('composer.sendPhoto')}
          </Menu.Item>
          <Menu.Item leftSection={<MapPin size={16} aria-hidden />} onClick={onLocation}>
            {t('location.title')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FilePicker ref={document} label={t('composer.document')} onPick={onFile} />
      <FilePicker ref={photo} label={t('composer.photo')} accept="image/jpeg,image/png" onPick={onFile} />
      <textarea
        ref={field}
        rows={1}
        aria-label={t('composer.message')}
        placeholder={t('composer.message')}
        maxLength={4096}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button
        type="submit"
        className={classes.sendButton}
        aria-label={t('composer.send')}
        disabled={text.trim() === ''}
      >
        <SendHorizontal size={18} aria-hidden />
      </button>
    </form>
  );
}

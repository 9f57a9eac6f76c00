import { Menu } from '@mantine/core';
import { MapPin, Paperclip, SendHorizontal } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import classes from './Phone.module.css';

type ComposerProps = {
  onSend: (text: string, giveBack: () => void) => void;
  onLocation: () => void;
};

/** Enter sends, Shift+Enter starts a new line. A text that could not be sent comes back. */
export function Composer({ onSend, onLocation }: ComposerProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLTextAreaElement>(null);

  // Grows with the text, up to a few lines.
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
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Menu position="top-start" width={180} withinPortal={false}>
        <Menu.Target>
          <button type="button" className={classes.icon} aria-label="Attach">
            <Paperclip size={20} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<MapPin size={16} aria-hidden />} onClick={onLocation}>
            Send location
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <textarea
        ref={input}
        rows={1}
        aria-label="Message"
        placeholder="Message"
        maxLength={4096}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" className={classes.sendButton} aria-label="Send" disabled={text.trim() === ''}>
        <SendHorizontal size={18} aria-hidden />
      </button>
    </form>
  );
}

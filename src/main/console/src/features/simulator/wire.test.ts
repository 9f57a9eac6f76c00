import { describe, expect, it } from 'vitest';
import type { ChatMessage } from './api/conversation';
import { isBubble, reactionsOf, readMessage, summaryOf } from './wire';

const template = (body: string, ...labels: string[]) => ({
  body,
  footer: null,
  buttons: labels.map((label) => ({ label, target: '' })),
});

function out(wire: unknown, rendered: ChatMessage['rendered'] = null): ChatMessage {
  return { id: 'wamid.1', direction: 'out', at: '2026-11-21T10:20:00Z', wire, status: null, rendered };
}

const quickReply = (index: string, payload: string) => ({
  type: 'button',
  sub_type: 'quick_reply',
  index,
  parameters: [{ type: 'payload', payload }],
});

describe('readMessage', () => {
  it('keeps the section, the note and the message a list row belongs to', () => {
    const rows = [{ id: 'prd:1', title: 'Rice', description: 'KES 950' }];
    const interactive = {
      type: 'list',
      body: { text: 'What?' },
      action: { button: 'See products', sections: [{ title: 'Food', rows }] },
    };
    expect(readMessage(out({ type: 'interactive', interactive })).replies).toEqual([
      {
        kind: 'list',
        label: 'See products',
        list: { title: 'See products', contextId: 'wamid.1', sections: [{ title: 'Food', rows }] },
      },
    ]);
  });

  it('sends the payload of the template button with the same index', () => {
    const wire = { name: 'cod', components: [quickReply('1', 'no'), quickReply('0', 'yes')] };
    const { text, replies } = readMessage(
      out({ type: 'template', template: wire }, template('Sure?', 'Confirm', 'Cancel')),
    );
    expect(text).toBe('Sure?');
    expect(replies.map((reply) => reply.kind === 'send' && reply.action)).toEqual([
      { type: 'quick_reply', payload: 'yes', text: 'Confirm', contextId: 'wamid.1' },
      { type: 'quick_reply', payload: 'no', text: 'Cancel', contextId: 'wamid.1' },
    ]);
  });

  it('sends the label of a template button that has no payload', () => {
    const { replies } = readMessage(
      out({ type: 'template', template: { name: 'cod' } }, template('Sure?', 'Yes')),
    );
    expect(replies[0]).toMatchObject({ action: { payload: 'Yes', text: 'Yes' } });
  });

  it('opens the address behind a button of a template', () => {
    const { footer, replies } = readMessage(
      out(
        { type: 'template', template: { name: 'track' } },
        { body: 'It comes.', footer: 'Shop', buttons: [{ label: 'Track', target: 'https://example.org/7' }] },
      ),
    );
    expect(footer).toBe('Shop');
    expect(replies).toEqual([{ kind: 'url', label: 'Track', url: 'https://example.org/7' }]);
  });

  it.each([
    null,
    'text',
    [],
    {},
    { type: 'text' },
    { type: 'interactive' },
    { type: 'hologram', hologram: 1 },
  ])('shows something for the odd message %j', (wire) => {
    expect(() => readMessage(out(wire))).not.toThrow();
    expect(summaryOf(out(wire))).not.toBe('');
  });
});

it('takes read receipts and reactions for no bubbles, and puts the last reaction on its message', () => {
  const reaction = (emoji: string) => out({ type: 'reaction', reaction: { message_id: 'wamid.7', emoji } });
  expect(isBubble(out({ status: 'read', message_id: 'wamid.7' }))).toBe(false);
  expect(isBubble(reaction('👍'))).toBe(false);
  expect(reactionsOf([reaction('👍'), reaction('❤️')]).get('wamid.7')).toBe('❤️');
  expect(reactionsOf([reaction('👍'), reaction('')]).size).toBe(0);
});

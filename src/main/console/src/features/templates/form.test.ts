import { expect, it } from 'vitest';
import { definitionOf, emptyForm, formOf, newButton, renamed } from './form';
import { isSame, merge } from './merge';

const definition = {
  name: 'order_shipped_tracked',
  language: 'en',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  message_send_ttl_seconds: 3600,
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['SO-1'] } },
    { type: 'BODY', text: 'Hi {{1}}, it costs {{2}} now.', example: { body_text: [['Amina', 'USD 4']] } },
    { type: 'FOOTER', text: 'Demo Store' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Thanks' },
        { type: 'URL', text: 'Track', url: 'https://shop.test/{{1}}', example: ['SO-1'] },
        { flow_id: '7', type: 'FLOW', text: 'Rate' },
      ],
    },
  ],
};

it('reads a template and writes the same, with what it does not know', () => {
  expect(definitionOf(formOf(definition))).toEqual(definition);
});

it('gives blanks names and takes them again, with their samples', () => {
  const named = renamed(formOf(definition), true);
  expect(named.body).toBe('Hi {{blank_1}}, it costs {{blank_2}} now.');
  expect(named.samples['body.blank_2']).toBe('USD 4');
  expect(definitionOf(named).components).toContainEqual({
    type: 'BODY',
    text: 'Hi {{blank_1}}, it costs {{blank_2}} now.',
    example: {
      body_text_named_params: [
        { param_name: 'blank_1', example: 'Amina' },
        { param_name: 'blank_2', example: 'USD 4' },
      ],
    },
  });
  expect(isSame(renamed(named, false), formOf(definition))).toBe(true);
});

it('puts together what two people wrote, and names what both of them changed', () => {
  const base = { ...emptyForm, name: 'news', body: 'Hello.' };
  const mine = { ...base, body: 'Hello you.', footer: 'Mine' };
  const theirs = { ...base, body: 'Hello there.', buttons: [newButton('QUICK_REPLY')] };
  const { merged, conflicts } = merge(base, mine, theirs);
  expect(conflicts).toEqual(['body']);
  expect(merged.body).toBe('Hello you.');
  expect(merged.footer).toBe('Mine');
  expect(merged.buttons).toHaveLength(1);
});

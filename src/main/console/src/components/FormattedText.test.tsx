import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FormattedText } from './FormattedText';

it.each([
  ['*Total: KES 900.00*', '<strong>Total: KES 900.00</strong>'],
  ['_soon_ and ~late~', '<em>soon</em> and <s>late</s>'],
  ['*bold _both_*', '<strong>bold <em>both</em></strong>'],
  ['`*raw*`', '<code>*raw*</code>'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
])('formats %s as WhatsApp does', (text, html) => {
  const { container } = render(<FormattedText text={text} />);
  expect(container.innerHTML.replaceAll(/<\/?span[^>]*>/g, '')).toBe(html);
});

it('shows a link without making it one', () => {
  const { container } = render(<FormattedText text="See https://shop.example/a_b_c." />);
  expect(container.querySelector('a')).toBeNull();
  expect(container.textContent).toBe('See https://shop.example/a_b_c.');
});

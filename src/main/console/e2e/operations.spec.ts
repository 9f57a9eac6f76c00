import { expect, test } from '@playwright/test';
import { Console } from './console';
import { PhonePage } from './phone-page';

test('a message that WhatsApp refuses is found, sent again and arrives', async ({ page, context }) => {
  const phone = new PhonePage(page);
  await phone.open();
  const chosen = page.getByRole('combobox', { name: 'Customer' }).locator('option:checked');
  const customer = (await chosen.innerText()).split(' · ')[0] ?? '';
  await phone.sayHi();
  const refuses = page.getByRole('switch', { name: 'WhatsApp refuses messages' });
  await refuses.press('Space');
  await expect(refuses).toBeChecked();
  const answers = phone.log.locator('article[data-direction="out"]');
  const before = await answers.count();
  await page.getByRole('textbox', { name: 'Message' }).fill('order');
  await page.keyboard.press('Enter');

  const desk = new Console(await context.newPage());
  await desk.open('/');
  const waiting = desk.page.getByRole('link', { name: 'Messages that did not arrive' });
  await expect(waiting).toBeVisible({ timeout: 60_000 });
  await waiting.click();
  const row = desk.page.getByRole('button', { name: new RegExp(`${customer}.*131026`) }).first();
  await expect(row).toBeVisible();
  await row.click();
  await expect(desk.page.getByText('It was not sent: The person cannot get it').first()).toBeVisible();
  await desk.expectGood('operations-failed');
  expect(await answers.count()).toBe(before);

  await refuses.press('Space');
  await expect(refuses).not.toBeChecked();
  await desk.page.getByRole('button', { name: 'Send again', exact: true }).first().click();
  await expect(desk.page.getByText('1 message is sent again.')).toBeVisible();
  await expect(row).toBeHidden();
  await expect.poll(() => answers.count(), { timeout: 45_000 }).toBeGreaterThan(before);
});

test('queues, numbers and a call that is tried are accessible and fit a phone', async ({ page }) => {
  const console = new Console(page);
  await console.open('/operations?tab=queues');
  await expect(page.getByRole('region', { name: 'From customers' })).toBeVisible();
  await console.expectGood('operations-queues');

  await page.getByRole('tab', { name: 'Numbers' }).click();
  await expect(page.getByRole('region', { name: 'Messages from customers' })).toBeVisible();
  await console.expectGood('operations-numbers');

  await page.getByRole('tab', { name: 'Try a call' }).click();
  await page.getByRole('textbox', { name: 'Body of the call' }).fill('{"object":"page"}');
  await page.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(page.getByText('Not an update of a WhatsApp business account.')).toBeVisible();
  await console.expectGood('operations-replay');
});

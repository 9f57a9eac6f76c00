import { expect, test } from '@playwright/test';
import { Console } from './console';
import { PhonePage } from './phone-page';

test('a customer writes, an agent takes over, answers and hands back', async ({ page, context }) => {
  const phone = new PhonePage(page);
  await phone.open();
  const chosen = page.getByRole('combobox', { name: 'Customer' }).locator('option:checked');
  const customer = (await chosen.innerText()).split(' · ')[0] ?? '';
  await phone.sayHi();

  const desk = new Console(await context.newPage());
  await desk.open('/chats');
  await expect(desk.page.getByText('Select a chat')).toBeVisible();
  // Other customers write at the same time.
  const top = desk.page.locator('[data-chat]').filter({ hasText: customer }).first();
  await expect(top).toBeVisible();
  await desk.expectGood('chats-list');

  await phone.type('order');
  await top.click();
  const thread = desk.page.getByRole('log');
  await expect(thread.getByText('order', { exact: true }).first()).toBeVisible();

  await desk.page.getByRole('textbox', { name: 'Message' }).fill('Hello, this is a person.');
  await desk.page.keyboard.press('Control+Enter');
  await expect(desk.page.getByText('You answer. The bot is paused.')).toBeVisible();
  await expect(phone.newest).toContainText('this is a person');

  await desk.expectGood('chats');

  await desk.page.getByRole('button', { name: 'Hand back' }).click();
  await desk.page.getByRole('menuitem', { name: 'Go on at the question' }).click();
  await expect(desk.page.getByText('The bot answers. If you write')).toBeVisible();
  await expect(phone.newest).toContainText(/what would you like to order/i);
});

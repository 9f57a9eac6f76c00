import { expect, test, type Page } from '@playwright/test';
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
  await expect(top, 'the chat that is open is marked in the list').toHaveCSS('box-shadow', /inset/);

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

// Nobody waits for a day: the phone lets it pass.
test('an agent takes over, the window closes while they write, and a template goes', async ({
  page,
  context,
}) => {
  const phone = new PhonePage(page);
  await phone.open();
  const chosen = page.getByRole('combobox', { name: 'Customer' }).locator('option:checked');
  const number = ((await chosen.innerText()).split(' · ').at(-1) ?? '').replace('+', '');
  await phone.sayHi();

  const desk = new Console(await context.newPage());
  await desk.open(`/chats?q=${number}`);
  await desk.page.locator('[data-chat]').click();
  await desk.page.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(desk.page.getByText('You answer. The bot is paused.')).toBeVisible();
  const words = desk.page.getByRole('textbox', { name: 'Message' });
  await words.fill('One moment, I look it up.');

  await page.getByRole('button', { name: 'Let 25 h pass' }).click();
  await expectComposerClear(page, 'wrote last 25 hours earlier');
  await expect(desk.page.getByText(/^Window closed .* Send a template\.$/)).toBeVisible();
  await expect(desk.page.getByText('Your text is kept')).toBeVisible();
  await expect(words).toBeHidden();

  await desk.page.getByLabel('Template', { exact: true }).selectOption('order_ready · en');
  await desk.page.getByLabel('Value for 1').fill('SO-4711');
  await expect(desk.page.getByRole('group', { name: 'Preview' })).toContainText('SO-4711');
  await desk.expectGood('chats-template');
  await desk.page.getByRole('button', { name: 'Send template' }).click();
  await expect(phone.newest).toContainText('SO-4711');

  await page.getByRole('textbox', { name: 'Message' }).fill('Thank you');
  await page.keyboard.press('Enter');
  await expect(words).toHaveValue('One moment, I look it up.');
  await desk.page.getByRole('button', { name: 'Save this text as a quick reply' }).click();
  await desk.page.getByLabel('Short name').fill(`look${number}`);
  await desk.page.keyboard.press('Enter');
  await expectComposerClear(desk.page, `Saved as /look${number}`);
});

/** What the console says covers at no width what is being written. */
async function expectComposerClear(page: Page, said: string) {
  const toast = page.locator('.mantine-Notification-root').filter({ hasText: said });
  await expect(toast).toBeVisible();
  const before = page.viewportSize();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await expect
      .poll(async () => {
        const [over, under] = [
          await toast.boundingBox(),
          await page.locator('[data-composer]').boundingBox(),
        ];
        return over && under ? over.y + over.height - under.y : 0;
      })
      .toBeLessThan(0);
  }
  if (before) await page.setViewportSize(before);
}

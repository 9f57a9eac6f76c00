import { expect, test, type Page } from '@playwright/test';
import { Console } from './console';
import { PhonePage } from './phone-page';

/** So that a second run meets nothing of the first. */
const name = `order_waiting_${Date.now()}`;

// 004-38
test('a template is made, checked, submitted, mapped with a real order, and sent as a test', async ({
  page,
  context,
}) => {
  const desk = new Console(page);
  const mine = await context.newPage();
  const phone = new PhonePage(mine);
  await phone.open();
  await phone.sayHi();
  const chosen = mine.getByRole('combobox', { name: 'Customer' }).locator('option:checked');
  const number = (await chosen.innerText()).split(' · ').at(-1) ?? '';

  await desk.open('/templates');
  await expect(page.getByRole('columnheader', { name: 'Language' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'order_shipped', exact: true }).first()).toBeVisible();
  await desk.expectGood('templates');

  await page.getByRole('link', { name: 'Create Meta Template' }).click();
  await write(page);
  await desk.expectGood('template-builder');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/templates\/drafts\/\d+$/);
  await expect(page.getByText('Saved, version 1')).toBeVisible();
  await page.getByRole('button', { name: 'Submit' }).click();

  await expect(page).toHaveURL(new RegExp(`/templates/${name}$`));
  const version = page.getByRole('region', { name: `${name} en` });
  await expect(version.getByText('Approved', { exact: true })).toBeVisible();
  await expect(version.getByText('Order SO-1001 waits for you')).toBeVisible();
  await desk.expectGood('template');

  await desk.open('/templates?view=mappings&event=order.preparing');
  await page.getByRole('combobox', { name: 'Template' }).fill(name);
  await page.getByRole('option', { name }).click();
  await page.getByRole('combobox', { name: 'Body, 1' }).click();
  await page.getByRole('option', { name: 'Order number' }).click();
  const preview = page.getByRole('group', { name: 'As the customer reads it in en' });
  await expect(preview.getByText('Order SO-1001 waits for you')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('From now on customers are told this way.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Order being prepared/ })).toContainText('Ready');
  await desk.expectGood('template-mapping');

  await page.getByRole('button', { name: 'Send a test in en' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'To' }).click();
  await page.getByRole('option', { name: number }).click();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByText('It is on its way.')).toBeVisible();
  await expect(phone.newest).toContainText('Order SO-1001 waits for you');

  // Customers of other specs are told nothing by it.
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Say nothing' }).click();
  await expect(page.getByText('From now on nothing is said of it.')).toBeVisible();
});

/** A body with one blank: what Meta would refuse is said at its field until it is right. */
async function write(page: Page) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  const body = page.getByRole('textbox', { name: 'Body', exact: true });
  await body.fill('Order  waits for you at our counter.');
  await body.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(6, 6));
  await page.getByRole('button', { name: 'Add a blank' }).click();
  await expect(body).toHaveValue('Order {{1}} waits for you at our counter.');
  await body.blur();
  await expect(page.getByText(/Meta wants an example for each variable/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Example for 1' }).fill('SO-1001');
  await page.getByRole('button', { name: 'Add a button' }).click();
  await page.getByRole('menuitem', { name: 'Quick reply' }).click();
  await page.getByRole('textbox', { name: /^Title/ }).fill('Thank you');
  await expect(page.getByText("Meta's rules are kept.")).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'As the customer reads it' }).getByText('Order SO-1001 waits for you'),
  ).toBeVisible();
}

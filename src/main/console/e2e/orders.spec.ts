import { expect, test } from '@playwright/test';
import { Console } from './console';
import { PhonePage } from './phone-page';

test('an order of the phone appears live, is moved with a dialog, and its customer is told', async ({
  page,
  context,
}) => {
  const desk = new Console(page);
  await desk.open('/orders');
  await expect(page.getByRole('heading', { level: 1, name: 'Sales Orders' })).toBeVisible();

  const phone = new PhonePage(await context.newPage());
  await phone.open();
  await phone.sayHi();
  const number = await phone.order('Beth House, Kasarani, House 16');

  const row = page.getByRole('row', { name: new RegExp(number) });
  await expect(row).toContainText('Confirmed');
  await expect(row).toContainText('WhatsApp');
  await expect(page.getByText(`New order ${number}`)).toBeVisible();
  await desk.expectGood('orders');

  await row.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Order ${number}` })).toBeVisible();
  await expect(page.getByText('Beth House, Kasarani, House 16')).toBeVisible();
  await expect(page.getByText(/As sent to the ERP|From the ERP/).first()).toBeVisible();
  await desk.expectGood('order');

  await page.getByRole('button', { name: 'Mark as shipped' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/is on its way/)).toBeVisible();
  await desk.expectAccessible();
  await dialog.getByRole('button', { name: 'Mark as shipped' }).click();
  await expect(dialog.getByRole('status', { name: 'ERP' })).toContainText('Shipped');
  await expect(dialog.getByRole('status', { name: 'Message' })).toContainText('on its way to the customer');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('Status: Shipped').first()).toBeVisible();
  await expect(timeline.getByText(/Message about Shipped: on its way/)).toBeVisible();
  await expect(phone.newest).toContainText(/is on its way/i);
});

test('fulfilment, services and what needs attention can be looked at', async ({ page }) => {
  const desk = new Console(page);
  for (const [path, title] of [
    ['/fulfilment', 'Fulfillment'],
    ['/services', 'Services'],
    ['/attention', 'Needs attention'],
  ] as const) {
    await desk.open(path);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await desk.expectGood(path.slice(1));
  }
});

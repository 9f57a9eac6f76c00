import { expect, test } from '@playwright/test';
import { PhonePage } from './phone-page';

test('when the ERP fails the customer is told politely and can try again', async ({ page }) => {
  const phone = new PhonePage(page);
  await phone.open();
  await phone.sayHi();
  await phone.setFailure(1);
  await expect(page.getByRole('status').filter({ hasText: 'Demo ERP' })).toBeVisible();
  try {
    await phone.choose(/order products/i);
    await expect(phone.newest).toContainText(/not answering/i);
    await phone.tab('ERP calls');
    await expect(page.getByText('Not reachable').first()).toBeVisible();
    await phone.console.expectAccessible();
    await phone.console.colours('Dark');
    await phone.console.expectContrast();
  } finally {
    await phone.turnFailureOff();
  }
  await phone.choose('Try again');
  await expect(phone.newest).toContainText(/what would you like to order/i);
});

import { expect, test, type Page } from '@playwright/test';
import { PhonePage } from './phone-page';

const address = 'Beth House, Kasarani, House 16';

async function untilSummary(phone: PhonePage) {
  await phone.sayHi();
  await phone.choose(/order products/i);
  await phone.chooseAt(0);
  await phone.choose(/^2$/);
  await phone.choose('Add more');
  await phone.chooseAt(1);
  await phone.choose(/^1$/);
  await expect(phone.newest).toContainText(/cart/i);
  await phone.choose('Checkout');
}

async function expectOrderConfirmed(phone: PhonePage) {
  await phone.choose('Confirm'); // the summary
  await expect(phone.newest).toContainText(/[A-Z]+-?\d+/);
  await phone.choose('Confirm'); // the cash-on-delivery template
  await expect(phone.newest).toContainText(/thank you.*order \S*\d+ is confirmed/is);
  await expect(phone.newest).toBeInViewport({ ratio: 1 });
}

test('a customer orders two products and gets the number of the confirmed order', async ({ page }) => {
  const phone = new PhonePage(page);
  await phone.open();
  await untilSummary(phone);
  await expect(phone.newest).toContainText(/where should we deliver/i);
  await phone.type(address);
  await expect(phone.newest).toContainText(address);
  await expectOrderConfirmed(phone);
  const number = /order (\S*\d+) is confirmed/i.exec(await phone.newest.innerText())?.[1] ?? 'no number';

  await phone.tab('Orders');
  await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText(/confirmed/i);

  await page.getByRole('button', { name: new RegExp(`${number} is confirmed`, 'i') }).click();
  await page.getByRole('menuitem', { name: 'Shipped' }).click();
  await expect(phone.newest).toContainText(/is on its way/i);
});

test('a customer with a hidden number shares it, and sends the address as a pin', async ({ page }) => {
  const phone = new PhonePage(page);
  await phone.open('Hide phone number');
  await untilSummary(phone);
  if (await phone.newest.getByText(/name should we put/i).isVisible()) await phone.type('Zawadi Test');
  await phone.choose('Share phone number');
  await expect(phone.newest).toContainText(/where should we deliver/i);
  await attachPin(page, phone);
  await expectOrderConfirmed(phone);
});

/** Through the request's own button where the gateway offers one, else through the attachment menu. */
async function attachPin(page: Page, phone: PhonePage) {
  if (await phone.newest.getByRole('button', { name: 'Send location' }).isVisible())
    return phone.sendLocation();
  const before = await phone.log.getByRole('article').count();
  await page.getByRole('button', { name: 'Attach' }).click();
  await page.getByRole('menuitem', { name: 'Send location' }).click();
  await phone.sheet.getByRole('button', { name: 'Send this location' }).click();
  await expect.poll(() => phone.log.getByRole('article').count()).toBeGreaterThan(before + 1);
}

test('the wire JSON, the ERP calls and the session of a chat can be read', async ({ page }) => {
  const phone = new PhonePage(page);
  await phone.open();
  await phone.sayHi();
  await phone.choose(/order products/i);

  await phone.newest.getByRole('button', { name: /show the json/i }).click();
  await expect(page.getByRole('tab', { name: 'Wire' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: /^JSON of/ })).toContainText(
    '"messaging_product": "whatsapp"',
  );

  await phone.tab('ERP calls');
  const call = page.getByRole('button', { name: /LIST_PRODUCTS/ }).last();
  await expect(call).toContainText(/ms/);
  await call.click();
  await expect(page.getByRole('region', { name: 'answer' }).last()).toBeVisible();

  await phone.tab('Session');
  await expect(page.getByRole('definition').filter({ hasText: 'order' }).first()).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'browse' })).toBeVisible();
});

test('a button of an old message can still be tapped', async ({ page }) => {
  const phone = new PhonePage(page);
  await phone.open();
  await phone.sayHi();
  await phone.choose(/order products/i);
  const articles = phone.log.getByRole('article');
  const before = await articles.count();
  const old = phone.log
    .locator('article[data-direction="out"]')
    .filter({ has: page.locator('[data-reply]') })
    .first();
  if ((await old.locator('[data-reply="list"]').count()) > 0) {
    await old.locator('[data-reply="list"]').click();
    await phone.sheet.getByRole('radio').first().check();
    await phone.sheet.getByRole('button', { name: 'Send' }).click();
  } else {
    await old.locator('[data-reply="send"]').first().click();
  }
  await expect.poll(() => articles.count()).toBeGreaterThan(before + 1);
});

test('the keyboard is enough', async ({ page }) => {
  const phone = new PhonePage(page);
  await phone.open();
  await phone.sayHi();
  await phone.choose(/order products/i);
  const opener = phone.newest.locator('[data-reply]').first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(phone.sheet).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(phone.sheet).toBeHidden();
  await expect(opener).toBeFocused();

  await page.goto('/phone');
  await expect(phone.log).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
});

for (const scheme of ['Light', 'Dark'] as const) {
  test(`the phone page has no accessibility violations in ${scheme.toLowerCase()}`, async ({ page }) => {
    const phone = new PhonePage(page);
    const expectGood = () =>
      scheme === 'Light' ? phone.console.expectAccessible() : phone.console.expectContrast();
    await phone.open();
    await phone.console.colours(scheme);
    await expectGood();
    await phone.sayHi();
    await phone.choose(/order products/i);
    await phone.newest.getByRole('button', { name: /show the json/i }).click();
    for (const tab of ['Wire', 'ERP calls', 'Session', 'Orders', 'Demo ERP']) {
      await phone.tab(tab);
      if (tab === 'ERP calls')
        await page
          .getByRole('button', { name: /LIST_PRODUCTS/ })
          .last()
          .click();
      await expectGood();
    }
    const list = phone.newest.locator('[data-reply="list"]');
    if ((await list.count()) > 0) {
      await list.click();
      await expect(phone.sheet).toBeVisible();
      await expectGood();
    }
  });
}

test('the phone is usable at 390 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const phone = new PhonePage(page);
  await phone.open();
  await phone.sayHi();
  await phone.choose(/order products/i);
  await phone.chooseAt(0);
  await phone.newest.getByRole('button', { name: /show the json/i }).click();
  await expect(page.getByRole('region', { name: /^JSON of/ })).toBeVisible();
  await phone.tab('ERP calls');
  await expect(page.getByRole('button', { name: /LIST_PRODUCTS/ }).last()).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await phone.console.expectAccessible();
  await page.getByText('Phone', { exact: true }).last().click();
  await expect(phone.newest).toBeVisible();
});

test('a document is attached at 390 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const phone = new PhonePage(page);
  await phone.open();
  await page.getByRole('button', { name: 'Attach' }).click();
  await expect(page.getByRole('menuitem', { name: 'Send photo' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await phone.attach(
    'A very long name of a curriculum vitae, version 12, final.pdf',
    'application/pdf',
    '%PDF-1.7',
  );
  await expect(phone.log.getByText('version 12, final.pdf')).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await phone.console.colours('Light');
  await phone.console.expectAccessible();
  await phone.console.colours('Dark');
  await phone.console.expectContrast();
});

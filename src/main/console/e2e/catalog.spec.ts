import { expect, test } from '@playwright/test';
import { deflateSync, crc32 } from 'node:zlib';
import { Console } from './console';
import { PhonePage } from './phone-page';

// No other spec orders it.
const product = 'P105';

// 004-27
test('a product that is hidden is no longer in the menu of the phone', async ({ page }) => {
  const console = new Console(page);
  await console.open(`/catalog/${product}`);
  const detail = page.getByRole('region', { name: 'Configuration' });
  await expect(detail.getByText(product, { exact: true })).toBeVisible();
  const name = await detail.getByRole('heading', { level: 2 }).innerText();
  const visible = detail.getByRole('switch', { name: /Public Visibility/ });
  await expect(visible).toBeChecked();
  const menu = async () => {
    const phone = new PhonePage(page);
    await phone.open();
    await phone.sayHi();
    await phone.choose(/order products/i);
    await phone.newest.locator('[data-reply="list"]').click();
    await expect(phone.sheet.getByRole('radio').first()).toBeVisible();
    return phone.sheet.innerText();
  };
  expect(await menu()).toContain(name.slice(0, 20));

  await console.open(`/catalog/${product}`);
  await visible.press('Space');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(visible).not.toBeChecked();
  expect(await menu()).not.toContain(name.slice(0, 20));

  await console.open(`/catalog/${product}`);
  await visible.press('Space');
  await expect(visible).toBeChecked();
  await page.reload();
  await expect(visible).toBeChecked();
});

// 004-31
test('a picture is uploaded, attached, put in order and taken off; WebP is refused with the reason', async ({
  page,
}) => {
  const console = new Console(page);
  await console.open('/catalog/P110?tab=images');
  const upload = page.locator('input[type="file"]');
  await upload.setInputFiles({ name: 'shop.webp', mimeType: 'image/webp', buffer: Buffer.from('RIFF') });
  await expect(page.getByRole('alert')).toContainText('image/webp');
  await upload.setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: png(200, 30, 40) });
  await expect(page.getByText('Main image')).toBeVisible();
  await upload.setInputFiles({ name: 'blue.png', mimeType: 'image/png', buffer: png(20, 60, 200) });
  await expect(page.getByText('Image 2')).toBeVisible();
  await page.getByRole('button', { name: 'Move blue.png forward' }).click();
  await expect(
    page.getByRole('region', { name: 'Configuration' }).getByRole('listitem').first(),
  ).toContainText('Main image');
  await expect(page.getByRole('button', { name: 'Move blue.png forward' })).toBeDisabled();
  await console.expectGood('catalog-images');

  // A toast lies over the table until it is closed.
  const closeToast = () => page.getByRole('alert').getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('button', { name: 'Remove red.png from the product' }).click();
  await expect(page.getByText('Image 2')).toBeHidden();
  await closeToast();
  await page.getByRole('button', { name: 'Delete red.png' }).click();
  await expect(page.getByRole('button', { name: 'Delete red.png' })).toBeHidden();
  await closeToast();
  await page.getByRole('button', { name: 'Delete blue.png' }).click();
  await expect(page.getByText(/used by product P110/)).toBeVisible();
});

// 004-05
test('a row of the delivery table is added, changed, deleted and brought back, and stays so', async ({
  page,
}) => {
  const console = new Console(page);
  await console.open('/settings/delivery');
  const cell = (what: string, row: number) => page.getByLabel(`${what} of row ${row}`);
  const fill = async (row: number, values: [string, string, string]) => {
    await page.getByRole('button', { name: 'Add row' }).click();
    await cell('Min Qty', row).fill(values[0]);
    await cell('Max Qty', row).fill(values[1]);
    await cell('Charge', row).fill(values[2]);
  };
  const save = async () => {
    const button = page.getByRole('button', { name: 'Save' });
    await button.click();
    await expect(button).toBeDisabled();
    // It is disabled while it saves, too, and a reload would cut that short.
    await expect(button).not.toHaveAttribute('data-loading');
  };
  // Others order meanwhile: what they order stays free, and covered.
  await fill(1, ['1', '8999', '0']);
  await fill(2, ['8000', '', '150']);
  await expect(page.getByRole('alert')).toContainText('Rows 1 and 2 both cover quantity 8000.');
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByRole('button', { name: 'Fix: start row 2 at 9000' }).click();
  await save();

  await page.reload();
  await expect(cell('Charge', 2)).toHaveValue('150');
  await cell('Charge', 2).fill('175.50');
  await save();
  await page.reload();
  await expect(cell('Charge', 2)).toHaveValue('175.50');

  await page.getByRole('button', { name: 'Delete row 2' }).click();
  await expect(cell('Charge', 2)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(cell('Charge', 2)).toHaveValue('175.50');
  await page.reload();
  await expect(cell('Charge', 2)).toHaveValue('175.50');
  await expect(page.getByRole('table', { name: 'History' })).toContainText('9000');
  await page.getByRole('textbox', { name: 'Try quantity' }).fill('9001');
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  await expect(page.getByText('(row 2)')).toBeVisible();
  await console.expectGood('delivery');

  await page.getByRole('button', { name: 'Delete row 2' }).click();
  await expect(cell('Charge', 2)).toBeHidden();
  await page.getByRole('button', { name: 'Delete row 1' }).click();
  await expect(page.getByText('There are no rows: delivery is free for every order.')).toBeVisible();
});

for (const { name, path } of [
  { name: 'catalog', path: '/catalog' },
  { name: 'catalog-product', path: '/catalog/P101' },
  { name: 'jobs', path: '/jobs' },
]) {
  test(`${name} is accessible in light and dark and fits a phone`, async ({ page }) => {
    const console = new Console(page);
    await console.open(path);
    await expect(page.locator('[data-row]').first()).toBeAttached();
    await console.expectGood(name);
  });
}

test('a job position is opened at its address', async ({ page }) => {
  const console = new Console(page);
  await console.open('/jobs');
  await expect(page.getByText('Select Job Position')).toBeVisible();
  await page.locator('[data-row]').first().click();
  await expect(page).toHaveURL(/\/jobs\/.+/);
  await expect(page.getByText('When disabled, this job will not appear in WhatsApp HR menu.')).toBeVisible();
  await console.expectGood('job');
});

/** 8 bits in colour, as WhatsApp wants it. */
function png(red: number, green: number, blue: number): Buffer {
  const side = 64;
  const line = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: side }, () => Buffer.from([red, green, blue]))),
  ]);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => line)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

import { expect, test, type Locator, type Page } from '@playwright/test';
import { Console } from './console';
import { PhonePage } from './phone-page';

/** A designer without a mouse. */
class Designer {
  readonly form: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('region', { name: 'Visual Flow Builder' });
  }

  async press(target: Locator, key = 'Enter') {
    await target.focus();
    await expect(target).toBeFocused();
    await this.page.keyboard.press(key);
  }

  async write(field: Locator, words: string) {
    await field.focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(words);
    await expect(field).toHaveValue(words);
  }

  /** The last button of a part of the form adds to that part itself. */
  async add(part: Locator, property: string) {
    await this.press(part.getByRole('button', { name: 'Add a property' }).last());
    await this.press(this.page.getByRole('menuitem', { name: property, exact: true }));
    // It gives the focus back when it closes.
    await expect(this.page.getByRole('menu')).toBeHidden();
  }

  async publish(message: string) {
    const publish = this.page.getByRole('button', { name: 'Publish', exact: true });
    await expect(publish).toBeEnabled();
    await this.press(publish);
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await this.page.keyboard.type(message);
    const warnings = dialog.getByRole('checkbox', { name: 'I have read the warnings' });
    if (await warnings.isVisible()) await this.press(warnings, 'Space');
    await this.press(dialog.getByRole('button', { name: 'Publish' }));
    await expect(dialog).toBeHidden();
  }
}

test('a designer builds a flow by keyboard, customers get it, and it is rolled back', async ({ page }) => {
  const console = new Console(page);
  const designer = new Designer(page);
  const word = `soup${Date.now() % 100_000}`;
  const { form } = designer;
  await console.open('/flows');
  await designer.press(page.getByRole('button', { name: 'New flow' }));
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(word);
  await designer.press(page.getByRole('radio', { name: 'An empty step' }), 'Space');
  await designer.press(page.getByRole('button', { name: 'Create' }));
  await expect(page).toHaveURL(new RegExp(`/flows/${word}`));

  await designer.add(form, 'Says');
  await designer.write(form.getByRole('textbox', { name: 'Says' }), 'Which soup?');
  await designer.add(form, 'Asks');
  const ask = form.getByRole('group', { name: 'Asks', exact: true });
  await designer.add(ask, 'Options');
  await designer.press(ask.getByRole('button', { name: 'Add to Options' }));
  for (const [index, title] of ['Tomato', 'Lentil'].entries()) {
    const option = ask.getByRole('group', { name: `Options ${index + 1}`, exact: true });
    await designer.write(option.getByRole('textbox', { name: 'Name' }), title.toLowerCase());
    await designer.write(option.getByRole('textbox', { name: 'Title' }), title);
  }
  await designer.press(form.getByRole('button', { name: 'Add a step after this one' }));
  await designer.press(page.getByRole('menuitem', { name: 'Message', exact: true }));
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('message');
  await designer.write(form.getByRole('textbox', { name: 'Says' }), 'One soup, coming up.');
  const phone = page.getByRole('group', { name: 'The phone of the customer' });
  await expect(phone.getByText('One soup, coming up.')).toBeVisible();
  await designer.press(page.getByRole('button', { name: /^1\s*first/ }));
  await expect(phone.getByText('Lentil')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What WhatsApp gets' })).toContainText('"Which soup?"');
  await console.expectGood('flow');
  await designer.publish('Soup');

  const customer = new PhonePage(page);
  await customer.open();
  await customer.type(word);
  await customer.choose('Lentil');
  await expect(customer.newest).toContainText('One soup, coming up.');

  await console.open(`/flows/${word}?step=message&side=json`);
  await expect(page.getByRole('textbox', { name: 'JSON' })).toContainText('One soup, coming up.');
  await designer.write(form.getByRole('textbox', { name: 'Says' }), 'Sold out.');
  await expect(page.getByRole('textbox', { name: 'JSON' })).toContainText('Sold out.');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await designer.publish('Sold out');
  await expect(page.getByText('Version 2', { exact: true })).toBeVisible();
  await designer.press(page.getByRole('button', { name: 'Versions' }));
  await designer.press(
    page.getByRole('article', { name: 'Version 1' }).getByRole('button', { name: 'Roll back' }),
  );
  const back = page.getByRole('dialog', { name: 'Roll back to version 1' });
  await designer.press(back.getByRole('button', { name: 'Roll back' }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Version 3', { exact: true })).toBeVisible();

  await customer.open();
  await customer.type(word);
  await customer.choose('Tomato');
  await expect(customer.newest).toContainText('One soup, coming up.');
  await console.open('/flows');
  await expect(page.getByRole('table', { name: 'Flows' })).toContainText(word);
  await console.expectGood('flows');
});

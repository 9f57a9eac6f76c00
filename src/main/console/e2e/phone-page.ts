import { expect, type Locator, type Page } from '@playwright/test';
import { Console } from './console';

/** The phone page as a person uses it. */
export class PhonePage {
  readonly log: Locator;
  readonly sheet: Locator;
  readonly newest: Locator;
  readonly console: Console;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.console = new Console(page);
    this.log = page.getByRole('log');
    this.sheet = page.getByRole('dialog');
    this.newest = this.log.getByRole('article').last();
  }

  /** Signs in and takes a phone that has never been used, so that no other run is in the way. */
  async open(customer: 'Phone number visible' | 'Hide phone number' = 'Phone number visible') {
    await this.console.open('/phone');
    await this.newCustomer(customer);
  }

  async newCustomer(customer: 'Phone number visible' | 'Hide phone number' = 'Phone number visible') {
    const owner = this.page.getByRole('combobox', { name: 'Customer' });
    const before = await owner.inputValue();
    await this.page.getByRole('button', { name: 'New customer' }).click();
    await this.page.getByRole('menuitem', { name: customer }).click();
    await expect(owner).not.toHaveValue(before);
    await expect(this.page.getByText('Say hi to start')).toBeVisible();
  }

  async sayHi() {
    await this.answered(() => this.page.getByRole('button', { name: 'hi', exact: true }).click());
  }

  async type(text: string) {
    await this.answered(async () => {
      await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
      await this.page.keyboard.press('Enter');
    });
  }

  /** Taps a choice of the newest message, whether WhatsApp shows it as a button or as a row of a list. */
  async choose(title: string | RegExp) {
    const button = this.newest.getByRole('button', { name: title });
    await this.answered(async () => {
      if (await this.isList()) {
        await this.openSheet();
        await this.sheet.getByRole('radio', { name: title }).first().check();
        await this.sendRow();
      } else {
        await button.first().click();
      }
    });
  }

  /** Takes the row or button at this place of the newest message, whatever it is called. */
  async chooseAt(index: number) {
    await this.answered(async () => {
      if (await this.isList()) {
        await this.openSheet();
        await this.sheet.getByRole('radio').nth(index).check();
        await this.sendRow();
      } else {
        await this.newest.locator('button[data-reply="send"]').nth(index).click();
      }
    });
  }

  /** Two of the first product, confirmed; answers the number of the order. */
  async order(address: string): Promise<string> {
    await this.choose(/order products/i);
    await this.chooseAt(0);
    await this.choose(/^2$/);
    await this.choose('Checkout');
    await this.type(address);
    await this.choose('Confirm');
    await this.choose('Confirm');
    await expect(this.newest).toContainText(/thank you.*order \S*\d+ is confirmed/is);
    return /order (\S*\d+) is confirmed/i.exec(await this.newest.innerText())?.[1] ?? 'no number';
  }

  async sendLocation() {
    await this.answered(async () => {
      await this.newest.getByRole('button', { name: 'Send location' }).click();
      await this.sheet.getByRole('button', { name: 'Send this location' }).click();
    });
  }

  async attach(name: string, mimeType: string, bytes: string) {
    await this.answered(async () => {
      await this.page.getByRole('button', { name: 'Attach' }).click();
      const chooser = this.page.waitForEvent('filechooser');
      await this.page.getByRole('menuitem', { name: 'Send document' }).click();
      await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
    });
  }

  async setFailure(index: number) {
    await this.tab('Demo ERP');
    await this.page.getByLabel('Failure').selectOption({ index });
    await this.page.getByRole('button', { name: 'Apply', exact: true }).click();
  }

  async turnFailureOff() {
    const off = this.page.getByRole('button', { name: 'Turn off' });
    await off.click();
    await expect(off).toBeHidden();
  }

  async tab(name: string) {
    await this.page.getByRole('tab', { name }).click();
  }

  /** A turn is over when the gateway has answered with a message of its own that was not there before. */
  private async answered(turn: () => Promise<void>) {
    const answers = this.log.locator('article[data-direction="out"]');
    const before = await answers.count();
    await turn();
    await expect.poll(() => answers.count(), { timeout: 45_000 }).toBeGreaterThan(before);
    await this.settled();
  }

  /** One turn may bring several messages: the last one that can be tapped is the question. */
  private async settled() {
    let seen = -1;
    await expect
      .poll(
        async () => {
          const before = seen;
          seen = await this.log.getByRole('article').count();
          return seen === before;
        },
        { intervals: [700], timeout: 20_000 },
      )
      .toBe(true);
  }

  private async isList(): Promise<boolean> {
    return (await this.newest.locator('button[data-reply="list"]').count()) > 0;
  }

  private async openSheet() {
    await this.newest.locator('button[data-reply="list"]').click();
    await expect(this.sheet).toBeVisible();
  }

  private async sendRow() {
    await this.sheet.getByRole('button', { name: 'Send' }).click();
  }
}

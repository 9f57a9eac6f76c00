import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const phoneWidth = { width: 390, height: 844 };

/** The console as a person uses it. */
export class Console {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in, if nobody is, at the address that is wanted. */
  async open(path: string) {
    await this.page.goto(path);
    const demo = this.page.getByRole('button', { name: 'Continue in demo mode' });
    const heading = this.page.getByRole('heading', { level: 1 });
    await expect(demo.or(heading).first()).toBeVisible();
    if (await demo.isVisible()) {
      await demo.click();
      await expect(demo).toBeHidden();
    }
    await expect(heading.first()).toBeVisible();
  }

  /** By the menu, in whichever language it is. */
  async colours(name: 'Light' | 'Dark') {
    const entry = this.page.getByRole('menuitemradio').nth(name === 'Light' ? 1 : 2);
    await this.page.getByTestId('colours').click();
    await entry.click();
    await expect(this.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', name.toLowerCase());
    await expect(entry).toBeHidden();
  }

  async language(name: string) {
    await this.page.getByRole('button', { name: 'Account of' }).click();
    await this.page.getByRole('menuitemradio', { name }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('menuitemradio', { name })).toBeHidden();
  }

  async expectAccessible() {
    await this.expectNoViolations(new AxeBuilder({ page: this.page }));
  }

  /** What can be wrong in dark where light is right. */
  async expectContrast() {
    await this.expectNoViolations(new AxeBuilder({ page: this.page }).withRules('color-contrast'));
  }

  private async expectNoViolations(axe: AxeBuilder) {
    await expect(this.page.locator('h1').first()).toBeAttached();
    await this.settled();
    // Without frames there is nothing to gather in a page of its own.
    const { violations } = await axe.setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  }

  /** Accessible in light and dark, nothing wider than a phone; with pictures of all three. */
  async expectGood(name: string) {
    await this.expectAccessible();
    await this.pictures(name, () => this.expectContrast());
  }

  /** In light, in dark, and on a phone, where nothing is wider than it. */
  async pictures(name: string, inDark = async () => {}) {
    await this.picture(`${name}-light`);
    await this.system('dark');
    await inDark();
    await this.picture(`${name}-dark`);
    const before = this.page.viewportSize();
    await this.page.setViewportSize(phoneWidth);
    await expect
      .poll(() => this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
    await this.picture(`${name}-390`);
    if (before) await this.page.setViewportSize(before);
    await this.system('light');
  }

  /** What the machine prefers, which the console follows until somebody chooses. */
  private async system(colorScheme: 'light' | 'dark') {
    await this.page.emulateMedia({ colorScheme });
    await expect(this.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  }

  /** What slides in or out is where it belongs. */
  private async settled() {
    await expect
      .poll(() => this.page.evaluate(() => document.getAnimations().some((a) => a instanceof CSSTransition)))
      .toBe(false);
  }

  private async picture(name: string) {
    await this.settled();
    await this.page.screenshot({ path: `test-results/screens/${name}.png` });
  }
}

// How long an edit takes to show in a flow of 100 steps, in Chromium against a running gateway: median and 95th percentile of 30
// edits each way. Usage: node tools/bench-flow.mjs http://localhost:8080 (of a gateway in demo mode)
import { chromium } from '@playwright/test';

const [address = 'http://localhost:8080'] = process.argv.slice(2);
const steps = 100;
const edits = 30;
const budget = 200;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const id = `bench${Date.now() % 1_000_000}`;
await page.goto(`${address}/flows`);
await page.getByRole('button', { name: 'Continue in demo mode' }).click();
await page.getByRole('heading', { level: 1 }).waitFor();
await imported(flowOf(id));
await page.goto(`${address}/flows/${id}?step=s50&side=json`);
await page.getByRole('textbox', { name: 'JSON' }).waitFor();
const says = page.getByRole('region', { name: 'Visual Flow Builder' }).getByRole('textbox', { name: 'Says' });
await says.waitFor();
// What the gateway says of the text has arrived.
await page.waitForTimeout(3_000);

const results = {
  'card edit, JSON and card shown': await measured(typedInForm),
  'JSON edit, card and form shown': await measured(typedInJson),
};
await page.getByText('Map', { exact: true }).click();
await page.getByRole('group', { name: 'Map of the flow' }).waitFor();
await page.waitForTimeout(1_000);
results['card edit, map and card shown'] = await measured(typedBesideMap);
await browser.close();
let failed = false;
for (const [what, times] of Object.entries(results)) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
  console.log(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  failed ||= at(0.5) > budget;
}
process.exit(failed ? 1 : 0);

function flowOf(name) {
  const list = Array.from({ length: steps }, (_, index) => ({
    id: `s${index}`,
    say: `Question ${index}?`,
    ask: {
      type: 'choice',
      options: [
        { id: 'yes', title: 'Yes' },
        { id: 'no', title: 'No', to: `s${Math.min(steps - 1, index + 2)}` },
      ],
      save: `v${index}`,
    },
  }));
  const head = { schema: 1, id: name, title: name, lang: 'en', start: [name] };
  return JSON.stringify({ ...head, on: { invalid: '@human', silence: '@pause' }, steps: list }, null, 2);
}

/** As the button of the page does it. */
async function imported(text) {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: `${id}.flow.json`, mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.waitForURL(`**/flows/${id}*`);
}

async function measured(edit) {
  const times = [];
  for (let number = 0; number < edits; number++) {
    times.push(await edit(number));
    // Somebody who types on; saving, checking and drawing the phone go on meanwhile.
    await page.waitForTimeout(150);
  }
  return times;
}

function typedInForm(number) {
  return keyed(says, `Form ${number}`, ['[aria-label="Steps"]', '.cm-content']);
}

function typedBesideMap(number) {
  return keyed(says, `Map ${number}`, ['[aria-label="Steps"]', '[aria-label="Map of the flow"]']);
}

/** From the change of a field until all parts of the page show it, and the page is painted. */
function keyed(field, words, places) {
  return field.evaluate(
    async (box, [text, selectors]) => {
      const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
      const begin = performance.now();
      setter.call(box, text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
      const shown = () =>
        selectors.every((place) => document.querySelector(place)?.textContent.includes(text));
      do await new Promise((done) => requestAnimationFrame(done));
      while (!shown() && performance.now() - begin < 5_000);
      await new Promise((done) => setTimeout(done));
      return performance.now() - begin;
    },
    [words, places],
  );
}

async function typedInJson(number) {
  const words = `Text ${number}`;
  const line = page.locator('.cm-line', { hasText: /"say": "(Form|Text) \d+"/ }).first();
  await line.click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  return page.evaluate(
    async ([text]) => {
      const begin = performance.now();
      // What the browser does when somebody pastes: one change of the text in the editor.
      document.execCommand('insertText', false, `"say": "${text}",`);
      const shown = () =>
        document.querySelector('[aria-label="Steps"]')?.textContent.includes(text) &&
        [...document.querySelectorAll('[aria-label="Visual Flow Builder"] textarea')].some(
          (box) => box.value === text,
        );
      do await new Promise((done) => requestAnimationFrame(done));
      while (!shown() && performance.now() - begin < 5_000);
      await new Promise((done) => setTimeout(done));
      return performance.now() - begin;
    },
    [words],
  );
}

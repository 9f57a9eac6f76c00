// Fails when the shell (what every page loads), or what one page may load beside it, grows past its budget; kB after gzip.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const dir = process.env.OUT_DIR ?? 'dist';
const budgets = { 'shell js': 215, 'shell css': 42, 'shell and largest page': 495 };

const text = (file) => readFileSync(path.join(dir, file), 'utf8');
const sizes = new Map(
  readdirSync(path.join(dir, 'assets')).map((file) => [
    `assets/${file}`,
    gzipSync(readFileSync(path.join(dir, 'assets', file)), { level: 9 }).length / 1024,
  ]),
);
const sum = (files) => files.reduce((all, file) => all + (sizes.get(file) ?? 0), 0);
const imports = (file) =>
  [...text(file).matchAll(/(?:from|import)\s*\(?["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
    (match) => `assets/${match[1]}`,
  );

const shell = [...text('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const scripts = shell.filter((file) => file.endsWith('.js'));

/** All that may come with a file, at once or when somebody opens a part of the page. */
function reached(file, seen = new Set(scripts)) {
  if (seen.has(file)) return [];
  seen.add(file);
  return [file, ...imports(file).flatMap((next) => reached(next, seen))];
}

const pages = [...new Set(scripts.flatMap(imports))]
  .filter((file) => !scripts.includes(file))
  .map((file) => ({ file, size: sum(reached(file)) }))
  .toSorted((one, other) => other.size - one.size);
const measured = {
  'shell js': sum(scripts),
  'shell css': sum(shell.filter((file) => file.endsWith('.css'))),
  'shell and largest page': sum(scripts) + (pages[0]?.size ?? 0),
};
for (const [what, budget] of Object.entries(budgets))
  console.log(`${what}: ${measured[what].toFixed(1)} of ${budget} kB`);
if (process.argv.includes('--all'))
  for (const { file, size } of pages)
    console.log(`${size.toFixed(1).padStart(7)} kB  ${path.basename(file)}`);

const over = Object.keys(budgets).filter((what) => measured[what] > budgets[what]);
if (over.length > 0) {
  console.error(
    `Over its budget: ${over.join(', ')}. Load lazily what the first look at a page does not need.`,
  );
  process.exit(1);
}

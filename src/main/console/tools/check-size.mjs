// Fails when the shell (what every page loads) grows past its budget, measured after gzip.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const dir = process.env.OUT_DIR ?? 'dist';
const budgets = { js: 215, css: 42 };

const html = readFileSync(path.join(dir, 'index.html'), 'utf8');
const shell = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const kilobytes = (file) => gzipSync(readFileSync(path.join(dir, file)), { level: 9 }).length / 1024;

let failed = false;
for (const [kind, budget] of Object.entries(budgets)) {
  const size = shell
    .filter((file) => file.endsWith(`.${kind}`))
    .reduce((sum, file) => sum + kilobytes(file), 0);
  console.log(`shell ${kind}: ${size.toFixed(1)} kB gz of ${budget}`);
  failed ||= size > budget;
}
for (const file of readdirSync(path.join(dir, 'assets'))) {
  if (!shell.includes(`assets/${file}`))
    console.log(`lazy ${file}: ${kilobytes(`assets/${file}`).toFixed(1)} kB gz`);
}
process.exit(failed ? 1 : 0);

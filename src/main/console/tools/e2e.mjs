// Runs the browser specs against the built jar: a fresh folder, a free port, the demo ERP and the simulator.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const chromium = findChromium();
const home = mkdtempSync(path.join(tmpdir(), 'waybill-e2e-'));
const log = path.join(home, 'gateway.log');
const port = await freePort();
const app = spawn(
  process.env.WAYBILL_JAVA ?? 'java',
  [
    '-Xmx320m',
    '-XX:+UseSerialGC',
    // It runs for minutes only, and the browser needs the processors.
    '-XX:TieredStopAtLevel=1',
    '-jar',
    process.env.WAYBILL_JAR,
    `--server.port=${port}`,
    `--waybill.home=${home}`,
    `--logging.file.name=${log}`,
    // Each test looks at calls of the ERP that another one has made a moment ago.
    '--waybill.erp.cache.products=0s',
    '--waybill.erp.cache.prices=0s',
    '--waybill.erp.cache.jobs=0s',
    '--waybill.erp.cache.stale-for=0s',
  ],
  { stdio: 'inherit' },
);
const ended = new Promise((resolve) => app.once('exit', resolve));
let status = 1;
try {
  await ready(`http://localhost:${port}/actuator/health/readiness`);
  const run = spawn('npx', ['playwright', 'test', ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, BASE_URL: `http://localhost:${port}`, GATEWAY_LOG: log, CHROMIUM_PATH: chromium },
  });
  status = await new Promise((resolve) => run.once('exit', resolve));
} finally {
  app.kill();
  await ended;
  rmSync(home, { recursive: true, force: true });
}
process.exit(status ?? 1);

/** CHROMIUM_PATH, what is installed, or Debian's package when this is root on Debian. */
function findChromium() {
  const installed = () =>
    [
      process.env.CHROMIUM_PATH,
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ].find((candidate) => candidate && existsSync(candidate));
  if (!installed() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' });
  }
  const found = installed();
  if (!found) {
    console.error(
      'No Chromium found for the browser test. Set CHROMIUM_PATH, or leave the test out: -De2e.skip=true',
    );
    process.exit(1);
  }
  return found;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port: chosen } = server.address();
      server.close(() => resolve(chosen));
    });
  });
}

async function ready(url) {
  const end = Date.now() + 90_000;
  while (Date.now() < end) {
    try {
      if ((await fetch(url)).ok) {
        return;
      }
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`${url} did not become ready`);
}

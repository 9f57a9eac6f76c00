// Builds the console for Maven; installs packages only when the lock file changed since the last time.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The console needs Node 20.19 or newer; this is ${process.version}. Build without it: -Dconsole.skip=true`,
  );
  process.exit(1);
}

const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline');
}
npm('run', '--silent', 'build');

function npm(...args) {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

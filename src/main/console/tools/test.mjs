// The console's own checks: lint, format, component tests.
import { spawnSync } from 'node:child_process';

for (const script of ['lint', 'format:check', 'test']) {
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

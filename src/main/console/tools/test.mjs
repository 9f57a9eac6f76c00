// The console's own checks: lint, format, component tests, and the size of what was built.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const built = existsSync(path.join(process.env.OUT_DIR ?? 'dist', 'index.html'));
for (const script of ['lint', 'format:check', 'test', ...(built ? ['size'] : [])]) {
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

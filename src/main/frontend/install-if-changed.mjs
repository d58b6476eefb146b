// `npm ci` only when the lock file or Node changed since the last install: a warm Maven build must not wait for it
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const wanted = createHash('sha256').update(fs.readFileSync('package-lock.json')).update(process.version).digest('hex');
const stamp = 'node_modules/.tuntas-lock-hash';

if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
  execSync('npm ci --no-audit --no-fund', { stdio: 'inherit' });
  fs.writeFileSync(stamp, wanted);
}

// What browsers get from npm, as a CycloneDX list in the file named. npm makes it from the lock file alone, without a
// network, and fails if the lock file is not the one of package.json.
import { execSync } from 'node:child_process';
import fs from 'node:fs';

const FIRST_THAT_CAN = 10; // the one of Node 20; Debian packages an older one beside it

const npm = (command) => execSync(`npm ${command}`, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const version = npm('--version').trim();
if (parseInt(version, 10) < FIRST_THAT_CAN) {
  console.warn(`No list of what browsers get: npm ${version} cannot make it, npm ${FIRST_THAT_CAN} can.`);
} else {
  const sbom = npm('sbom --package-lock-only --omit=dev --sbom-format=cyclonedx --sbom-type=application');
  fs.writeFileSync(process.argv[2], sbom);
}

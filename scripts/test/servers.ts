import { existsSync } from 'node:fs';
import { missingServers } from '../../test/hosts/real/programs.ts';
import { install, installsPackages } from './debian.ts';

/** On a machine that starts services, lighttpd would take port 80 as soon as it is installed, and at each start from then on. */
const startsServices = (): boolean => existsSync('/run/systemd/system');

/** Debian packages of real git servers that stay missing: the tests of these servers are skipped. Installs them where that needs no question. */
export function missingAfterInstalling(): readonly string[] {
	const missing = missingServers();
	if (missing.length === 0 || startsServices() || !installsPackages()) return missing;
	install(missing);
	return missingServers();
}

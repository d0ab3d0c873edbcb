import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether packages can be installed here without a question: on Debian, as root. */
export function installsPackages(): boolean {
	try {
		return process.getuid?.() === 0 && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
}

/** What is still missing afterwards is said by the caller, with what to do. */
export function install(packages: readonly string[]): void {
	console.log(`installing ${packages.join(' ')} by apt-get`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	try {
		execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
		execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'inherit', env });
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
	}
}

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Programs that serve git over the web, by the Debian package that brings them. Each is told by what it puts where. */
const PLACES = {
	cgit: ['/usr/lib/cgit/cgit.cgi'],
	gitweb: ['/usr/share/gitweb/gitweb.cgi', '/usr/lib/cgi-bin/gitweb.cgi'],
	klaus: ['klaus'],
	lighttpd: ['lighttpd', '/usr/sbin/lighttpd'],
} as const;

export type RealKind = keyof typeof PLACES;

type Package = RealKind | 'git' | 'libcgi-pm-perl';

/** What each server is made of; cgit and gitweb are CGI programs that lighttpd runs, and both leave cloning to git's own. */
const PARTS: Record<RealKind, readonly Package[]> = {
	cgit: ['cgit', 'lighttpd', 'git'],
	gitweb: ['gitweb', 'libcgi-pm-perl', 'lighttpd', 'git'],
	klaus: ['klaus'],
	lighttpd: ['lighttpd', 'git'],
};

/** Debian packages that are missing for this server, or for all of them. */
export function missingServers(kind?: RealKind): readonly string[] {
	const wanted = kind ? PARTS[kind] : Object.values(PARTS).flat();
	return [...new Set(wanted)].filter((name) => !isThere(name));
}

/** @throws Error when it is not there: ask `missingServers` first */
export function programOf(name: RealKind): string {
	const place = PLACES[name].map(onPath).find((found) => found !== undefined);
	if (place === undefined) throw new Error(`${name} is missing (Debian: apt-get install ${name})`);
	return place;
}

/** `git http-backend` as a file: lighttpd runs files. */
export const gitBackendProgram = (): string =>
	path.join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend');

function isThere(name: Package): boolean {
	switch (name) {
		case 'git':
			return spawnSync('git', ['--exec-path']).status === 0 && existsSync(gitBackendProgram());
		case 'libcgi-pm-perl': {
			// Each system has its own folder for Perl's modules, so Perl has to say.
			const perl = onPath('perl');
			return perl !== undefined && spawnSync(perl, ['-MCGI', '-e', '1']).status === 0;
		}
		default:
			return PLACES[name].some((place) => onPath(place) !== undefined);
	}
}

function onPath(place: string): string | undefined {
	if (path.isAbsolute(place)) return existsSync(place) ? place : undefined;
	return (process.env.PATH ?? '')
		.split(path.delimiter)
		.map((folder) => path.join(folder, place))
		.find((candidate) => existsSync(candidate));
}

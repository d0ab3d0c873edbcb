import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writePlainPages } from './plain-pages.ts';
import { gitBackendProgram, programOf } from './programs.ts';
import { answers, type Listening, type Running, run } from './running.ts';
import type { Site } from './site.ts';

/** Runs lighttpd with one of the three, on a socket of the file system: no port can be taken by somebody else meanwhile. */
export async function startLighttpd(kind: 'cgit' | 'gitweb' | 'lighttpd', site: Site): Promise<{ at: Listening; running: Running }> {
	const at = { socketPath: path.join(site.folder, 'web') };
	const documents = path.join(site.folder, 'documents');
	mkdirSync(documents);
	const setup = { cgit, gitweb, lighttpd: plain }[kind];
	const settings = `
server.bind = ${quoted(at.socketPath)}
server.document-root = ${quoted(documents)}
server.upload-dirs = ( ${quoted(site.folder)} )
server.modules = ( "mod_rewrite", "mod_setenv", "mod_alias", "mod_cgi" )
index-file.names = ( "index.html" )
mimetype.assign = ( ".html" => "text/html; charset=utf-8", ".css" => "text/css", ".png" => "image/png", ".js" => "text/javascript", ".yaml" => "text/plain; charset=utf-8", ".md" => "text/plain; charset=utf-8", ".json" => "application/json", "" => "application/octet-stream" )
${setup(site, documents)}`;
	const file = path.join(site.folder, 'lighttpd.conf');
	writeFileSync(file, settings);
	const running = run(programOf('lighttpd'), ['-D', '-f', file], site.folder);
	await running.until(() => answers(at));
	return { at, running };
}

/** cgitrc(5). What is set after `scan-path` does not hold for what it finds. */
function cgit({ origin, folder, projects, dumb }: Site): string {
	const file = path.join(folder, 'cgitrc');
	const settings = [
		'virtual-root=/',
		'css=/cgit-css/cgit.css',
		'logo=/cgit-css/cgit.png',
		`clone-url=${origin}/$CGIT_REPO_URL`,
		`enable-http-clone=${dumb ? 1 : 0}`,
		`scan-path=${projects}`,
	];
	writeFileSync(file, `${settings.join('\n')}\n`);
	return choices([
		['^/cgit-css/', 'alias.url = ( "/cgit-css/" => "/usr/share/cgit/" )'],
		...(dumb ? [] : [cloning(projects, '/')]),
		['', cgi(programOf('cgit'), '/', { CGIT_CONFIG: file })],
	]);
}

/** gitweb.conf(5). The address of a repository's page is also the one to clone it from. */
function gitweb({ origin, folder, projects }: Site): string {
	const file = path.join(folder, 'gitweb.conf');
	const settings = [
		`our $projectroot = '${projects}';`,
		`our @git_base_url_list = ('${origin}');`,
		`$feature{'pathinfo'}{'default'} = [1];`,
		'our @stylesheets = ("/static/gitweb.css");',
		'our $javascript = "/static/gitweb.js";',
		'our $logo = "/static/git-logo.png";',
		'our $favicon = "/static/git-favicon.png";',
	];
	writeFileSync(file, `${settings.join('\n')}\n`);
	return choices([
		['^/static/', 'alias.url = ( "/static/" => "/usr/share/gitweb/static/" )'],
		cloning(projects, '/'),
		['', cgi(programOf('gitweb'), '/', { GITWEB_CONFIG: file })],
	]);
}

function plain({ origin, projects, repositories }: Site, documents: string): string {
	writePlainPages(documents, origin, repositories);
	return `url.rewrite-once = ( "^(/bare/[^.]*[^/.])$" => "$1/index.html" )
${choices([cloning(projects, '/bare/'), cloning(projects, '/')])}`;
}

/** Pattern of an address' path (none: all that is left), and what holds there. */
type Choice = readonly [pattern: string, settings: string];

const choices = (list: readonly Choice[]): string =>
	list.map(([pattern, settings]) => `${pattern ? `$HTTP["url"] =~ ${quoted(pattern)} ` : ''}{\n${settings}\n}`).join('\nelse ');

/** git-http-backend(1) for what a clone asks for. It finds the version of the protocol in HTTP_GIT_PROTOCOL by itself. */
const cloning = (projects: string, below: string): Choice => [
	`^${below}.+\\.git/(info/refs|git-upload-pack)$`,
	cgi(gitBackendProgram(), below, { GIT_PROJECT_ROOT: projects, GIT_HTTP_EXPORT_ALL: '1' }),
];

/** Everything below an address by one program, which finds the rest of the address in PATH_INFO. */
function cgi(program: string, below: string, env: Readonly<Record<string, string>>): string {
	// HTTPS: TLS ended before this server, and the addresses in pages are made of what is told here.
	const all = { ...env, HTTPS: 'on', PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
	const pairs = Object.entries(all).map(([name, value]) => `${quoted(name)} => ${quoted(value)}`);
	return `alias.url = ( ${quoted(below)} => ${quoted(`${program}/`)} )
cgi.assign = ( "" => "" )
setenv.set-environment = ( ${pairs.join(', ')} )`;
}

const quoted = (text: string): string => `"${text}"`;

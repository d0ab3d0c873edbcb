import { oneLine } from './one-line.ts';

export interface Mail {
	/** `Name <address>`. */
	readonly author: string;
	/** Ms since 1970. */
	readonly at: number;
	readonly subject: string;
	readonly message: string;
	readonly diff: string;
}

/** A mail with one commit as `git format-patch` writes it and `git am` takes it. */
export function mail({ author, at, subject, message, diff }: Mail): string {
	// `git am` takes carriage returns off the ends of lines, unless the mail says in its own encoding that they are part of the text.
	const quoted = diff.includes('\r');
	const text = `${message}\n---\n\n${diff}-- \nEvalmark\n`;
	return [
		`From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`,
		`From: ${author.replace(/^[^<]*/, (name) => `${header(name.trim())} `)}`,
		`Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
		`Subject: [PATCH] ${header(subject)}`,
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=UTF-8',
		`Content-Transfer-Encoding: ${quoted ? 'quoted-printable' : '8bit'}`,
		'',
		quoted ? quotedPrintable(text) : text,
	].join('\n');
}

/** One line; as an encoded word (RFC 2047) where it is not all ASCII. */
function header(text: string): string {
	const line = oneLine(text, 160);
	return /^[\x20-\x7e]*$/.test(line) ? line : `=?UTF-8?q?${bytewise(line, /[A-Za-z0-9]/)}?=`;
}

/** RFC 2045, 6.7: everything but printable ASCII as `=0D`, lines of at most 76 characters. */
function quotedPrintable(text: string): string {
	return text
		.split('\n')
		.map((line) => softly(bytewise(line, /[\x21-\x3c\x3e-\x7e \t]/).replace(/[ \t]$/, (end) => (end === ' ' ? '=20' : '=09'))))
		.join('\n');
}

function softly(line: string): string {
	// A line must not be cut inside of `=0D`.
	return line.match(/(?:=[0-9A-F]{2}|[^=]){1,73}/g)?.reduce((whole, part) => softBreak(whole, part), '') ?? '';
}

const softBreak = (whole: string, part: string): string => (whole === '' ? part : `${whole}=\n${part}`);

function bytewise(text: string, plain: RegExp): string {
	let encoded = '';
	for (const byte of new TextEncoder().encode(text)) {
		const character = String.fromCharCode(byte);
		encoded += byte < 128 && plain.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return encoded;
}

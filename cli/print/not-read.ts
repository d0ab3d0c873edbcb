import type { ExitCode } from '../exit-code.ts';
import type { Face } from '../face.ts';
import type { NotRead } from '../files/named-file.ts';
import { exitCodeOf } from '../targets/exit-code-of.ts';
import { paint } from './paint.ts';
import { printTarget } from './print-target.ts';

/** Says why a file was not read, and answers with what that amounts to. */
export function tellNotRead(target: NotRead, face: Face): ExitCode {
	face.err(`${printTarget(target, true, face.words, paint(false), face.now()).join('\n')}\n`);
	return exitCodeOf(target);
}

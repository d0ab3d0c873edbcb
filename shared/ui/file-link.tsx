import { atLine } from '../hosts/file-url.ts';
import type { EvidencePlace } from '../report/report.ts';
import type { Trace } from './badge-view.tsx';
import { href, Link } from './link.tsx';
import { CutMiddle } from './names.tsx';

/** Git's all-zero id: a file from a disk stands in no commit. */
const ON_DISK = /^0+$/;

/** `gpqa.yaml:7` or, with a column, `gpqa.yaml:7:12`; the folder `.eval_results` goes without saying. */
function place(file: EvidencePlace, line?: number, column?: number): string {
	const path = file.path.replace(/^\.eval_results\//, '');
	return [path, line, column].filter((part) => part !== undefined).join(':');
}

/** Page of the file at its commit, at that line. */
function address(file: EvidencePlace, line?: number): string | undefined {
	const url = href(file.url);
	return url === undefined || line === undefined ? url : atLine(url, line, file.lines);
}

/** The file at its commit, in words that a badge can end with. */
export function fileTrace(file: EvidencePlace, line: number, at: (params: { file: string; commit: string }) => string): Trace {
	const stands = place(file, line);
	return { label: ON_DISK.test(file.commit) ? stands : at({ file: stands, commit: file.commit.slice(0, 7) }), url: address(file, line) };
}

/** File, line and column, which lead to the file at its commit. */
export function FileLink({ file, line, column }: { file: EvidencePlace; line?: number; column?: number }) {
	return (
		<Link class="file code" to={address(file, line)}>
			<CutMiddle text={place(file, line, column)} />
		</Link>
	);
}

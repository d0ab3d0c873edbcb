import { LOCAL_ORIGIN } from '../../shared/hosts/repo-page.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { Report } from '../../shared/report/report.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';

/** Which repository, and as of which commit. */
export function repositoryLine({ repository }: Pick<Report, 'repository'>, words: Words, paint: Paint): string {
	const where =
		repository.origin === LOCAL_ORIGIN
			? words('cli_local_files')
			: [hostOf(repository.origin), repository.defaultBranch, repository.head?.slice(0, 7)].filter((part) => part !== undefined).join(' ');
	return `${paint('strong', visible(repository.path))}  ${paint('quiet', visible(where))}`;
}

/** An export may give anything that begins like an origin. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);

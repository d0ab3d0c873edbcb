import type { Board } from '../hosts/evidence.ts';
import { Link } from './link.tsx';
import { useWords } from './words-context.ts';

/** Rows that are shown here; the host's own page has them all. */
const ROWS = 5;

/** The host's leaderboard of a benchmark, in short: as the host tells it. */
export function BoardView({ board, origin }: { board: Board; origin: string }) {
	const words = useWords();
	const { rows, lowerIsBetter, url, dataset } = board;
	const direction = lowerIsBetter === undefined ? 'panel_board_unknown' : lowerIsBetter ? 'panel_board_lower' : 'panel_board_higher';
	return (
		<div class="group__files">
			<p>
				<Link to={url}>{words('panel_board', { dataset })}</Link> {words.plural('panel_board_models', rows.length)} {words(direction)}
			</p>
			<table class="board">
				<thead>
					<tr>
						{(['panel_rank', 'panel_score', 'panel_model', 'panel_notes'] as const).map((key) => (
							<th key={key} scope="col">
								{words(key)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.slice(0, ROWS).map(({ rank, value, model, notes }) => (
						<tr key={`${rank} ${model}`}>
							<td>{words.number(rank)}</td>
							<td>{value}</td>
							<td>
								<Link to={`${origin}/${model}`}>
									<bdi>{model.slice(0, 100)}</bdi>
								</Link>
							</td>
							<td>
								{notes !== undefined && (
									<>
										{words('ui_quote_open')}
										<bdi>{notes.slice(0, 120)}</bdi>
										{words('ui_quote_close')}
									</>
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

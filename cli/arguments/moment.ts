const DAY = 86_400_000;
const FORM = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/;

/** The end of a day (UTC), `2027-01-31`, or a moment, `2027-01-31T12:00Z`, in ms since 1970; `undefined` for a day that is in no calendar. */
export function moment(text: string): number | undefined {
	const [, day] = FORM.exec(text) ?? [];
	const at = Date.parse(text);
	// 30 February would pass for 2 March.
	if (day === undefined || Number.isNaN(at) || !new Date(Date.parse(day)).toISOString().startsWith(day)) return undefined;
	return day === text ? at + DAY : at;
}

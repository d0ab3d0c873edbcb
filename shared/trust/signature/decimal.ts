/** A number as JSON writes it: no sign before it but minus, no leading zero, no underscore, no other base. Every reader takes it for the same. */
const PLAIN = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,6}))?$/;

/**
 * One spelling for each decimal number, so that `20.90` and `20.9` are equal and `0.1` and `0.1000000000000000055` are not, which as
 * doubles they would be. `undefined` for a text that some readers take for another number, or for none.
 */
export function decimal(text: string): string | undefined {
	const [whole, sign = '', integer, fraction = '', exponent = '0'] = PLAIN.exec(text) ?? [];
	if (whole === undefined || integer === undefined) return undefined;
	const digits = `${integer}${fraction}`.replace(/^0+/, '');
	const significant = withoutEnd(digits);
	if (significant === '') return '0';
	const scale = Number(exponent) - fraction.length + (digits.length - significant.length);
	return `${sign}${significant}e${scale}`;
}

/** Without the zeros at its end. By hand: a pattern for them would begin anew at every zero of a long text, and take time by its square. */
function withoutEnd(digits: string): string {
	let end = digits.length;
	while (digits[end - 1] === '0') end -= 1;
	return digits.slice(0, end);
}

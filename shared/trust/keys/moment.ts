/** Last ms of a moment as a key list has it: a day counts until it is over. */
export const endOf = (moment: string): number => Date.parse(moment) + (moment.length === 10 ? 86_400_000 - 1 : 0);

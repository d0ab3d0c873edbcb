export const isAddress = (target: string): boolean => /^https?:\/\//i.test(target) && URL.canParse(target);

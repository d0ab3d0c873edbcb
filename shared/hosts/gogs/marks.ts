/** The header of a repository, on each of its pages. */
export const gogsMarks = '.header-wrapper';

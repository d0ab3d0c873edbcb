/** GitHub and GitHub Enterprise Server name the repository of a page in its head, on every page of it. */
export const githubMarks = 'head>meta[name$=repository_nwo]';

/** cgit links what is cloned on each page of a repository, where it was told the address. */
export const cgitMarks = 'head>link[rel^=vcs]';

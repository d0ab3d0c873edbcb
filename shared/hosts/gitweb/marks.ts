/** The address that a summary shows; all other pages of gitweb are known by their generator. */
export const gitwebMarks = '.metadata_url td:last-child,head>meta[content^="gitweb/"]';

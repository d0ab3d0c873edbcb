/** The logo in the header of each page of Bitbucket Data Center and Server. */
export const bitbucketServerMarks = '.aui-header-logo-bitbucket';

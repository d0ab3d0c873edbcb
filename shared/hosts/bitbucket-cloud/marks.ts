/** Bitbucket Cloud is one site: a page of it is known by its address, and drawn by scripts after it was loaded. */
export const bitbucketCloudMarks = 'body';
export const BITBUCKET_CLOUD_SITES = ['https://bitbucket.org/*'];
export const bitbucketCloudNames = '^/[^/]+/[^/]+';

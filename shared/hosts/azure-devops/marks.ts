/** Azure DevOps is known by its addresses alone, and draws its pages by scripts. */
export const azureMarks = 'body';
export const AZURE_SITES = ['https://dev.azure.com/*', 'https://*.visualstudio.com/*'];
export const azureNames = '^.*?/_git/[^/]+';

/** Gitee is one site, whose pages are known by their addresses. */
export const giteeMarks = '.git-project-title';
export const GITEE_SITES = ['https://gitee.com/*'];

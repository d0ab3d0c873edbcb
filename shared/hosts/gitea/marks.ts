/** The header of a repository, on each of its pages, in Gitea and in Forgejo; a README's markup is cleaned of classes that are not its own. */
export const giteaMarks = '.repo-header';

/** GitLab writes the path of the project on the body of each of its pages. */
export const gitlabMarks = 'body[data-project-full-path]';

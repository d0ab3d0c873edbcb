/**
 * What in a page's head may name a repository for `recogniseGit`: the cheap question that every page is asked. A page without one
 * of these names no repository; one with it is asked in full.
 */
export const gitMarks = 'head>link[rel^=vcs],head>meta[name="vcs:clone"],head>meta[name=go-import],input[readonly][value$=".git"]';

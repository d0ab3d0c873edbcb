/** Pagure names its clone address on each page, as many do. */
export const pagureMarks = 'head>meta[name=go-import]';

/** klaus says nothing of itself but by its style sheet. */
export const klausMarks = 'head>link[href$="/static/klaus.css"]';

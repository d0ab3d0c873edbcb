/** ModelScope is a hub: its addresses say what is a model and what a dataset, whatever a page lists. */
export const modelscopeMarks = 'body';
export const MODELSCOPE_SITES = ['https://modelscope.cn/*', 'https://www.modelscope.cn/*', 'https://www.modelscope.ai/*'];
export const modelscopeNames = '^/(?:models|datasets)/[^/]+/[^/]+';

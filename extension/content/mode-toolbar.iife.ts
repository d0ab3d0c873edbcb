/** Registered before the stub where the user wants nothing on the page: the panel then reads, and only the toolbar speaks. */
globalThis.evalmarkLoud = 'toolbar';

/** Registered before the stub where the user wants the panel to open by itself. */
globalThis.evalmarkLoud = 'open';

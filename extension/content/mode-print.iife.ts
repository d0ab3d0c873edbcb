/** Registered before the stub where the user wants the panel on paper too. */
globalThis.evalmarkPrint = true;

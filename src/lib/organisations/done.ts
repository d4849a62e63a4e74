import { m } from '#lib/i18n/paraglide/messages.js';

const sentences: Record<string, () => string> = {
	angelegt: m.organisations_done_added,
	aufgehoben: m.organisations_done_abolished,
	beendet: m.organisations_done_ended,
	eingeladen: m.organisations_done_invited,
	gespeichert: m.organisations_done_saved,
	zurueckgenommen: m.organisations_done_revoked
};

/** What has just been done, as the address has it after a form was sent (`?getan=…`). */
export const doneIn = (url: URL): string | undefined => sentences[url.searchParams.get('getan') ?? '']?.();

import { m } from '#lib/i18n/paraglide/messages.js';

const sentences: Record<string, () => string> = {
	erinnert: m.calls_done_reminded,
	'schon-erinnert': m.calls_done_reminded_before,
	hinzugefuegt: m.calls_done_added,
	verlaengert: m.calls_done_prolonged,
	bewilligt: m.calls_done_granted,
	abgelehnt: m.calls_done_refused,
	brief: m.calls_done_letter
};

/** What was just done with a call or an addressee; `done` is the word in the address after a redirect. */
export const ledgerDone = (done: string | null): string | undefined => sentences[done ?? '']?.();

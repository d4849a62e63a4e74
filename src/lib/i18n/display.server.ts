import { ask, type Database } from '#lib/server/database.ts';
import type { Display } from './display.ts';

/** Keeps the choice with the signed-in person, for every device. */
export async function keepDisplay(db: Database, { locale, text, contrast }: Display): Promise<void> {
	await ask(db.rpc('set_display', { p_locale: locale, p_text: text, p_contrast: contrast }));
}

import { list } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { told, type Told } from './comparison.ts';

const words: Record<Told, (inputs: { count: number }) => string> = {
	changed: m.documents_count_changed,
	moved: m.documents_count_moved,
	arranged: m.documents_count_arranged,
	added: m.documents_count_added,
	removed: m.documents_count_removed
};

/** "Anders sind 5 Abschnitte: 3 geändert, 1 verschoben und 1 neu." */
export function countsInWords(counts: Partial<Record<Told, number>>): string {
	const count = told.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
	if (!count) return m.documents_fates_none();
	const parts = told.flatMap((one) => (counts[one] ? [words[one]({ count: counts[one] })] : []));
	return m.documents_difference_count({ count, parts: list(parts) });
}

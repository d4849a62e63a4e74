import { m } from '#lib/i18n/paraglide/messages.js';
import { sectionInWords, type Entry } from './document.ts';

/** Where a section can stand: at the beginning, or behind one of these. */
export const placesIn = (sections: Entry[]) => [
	{ value: '', label: m.documents_at_beginning() },
	...sections.map((section) => ({
		value: section.id,
		label: m.documents_behind({ title: sectionInWords(section) })
	}))
];

export const levels = () => [
	{ value: '1', label: m.documents_level_chapter() },
	...[2, 3, 4, 5].map((level) => ({ value: String(level), label: m.documents_level({ level }) }))
];

import { m } from '#lib/i18n/paraglide/messages.js';
import type { Descent } from '#lib/text/lineage.ts';
import { sectionInWords } from './document.ts';

type Named = { id: string; number: string | null; heading: string };

/** What became of the sections of the version before, as sentences; what stayed as it was is not told. */
export function fatesInWords(rows: Descent[], before: Named[], after: Named[]) {
	const old = new Map(before.map((section) => [section.id, sectionInWords(section)]));
	const now = new Map(after.map((section) => [section.id, sectionInWords(section)]));
	return rows.flatMap(({ from, to, fate, isChanged, reason }) => {
		const was = from ? (old.get(from) ?? '') : '';
		const is = to ? (now.get(to) ?? '') : '';
		const said = {
			kept: isChanged && m.documents_fate_changed(),
			moved: isChanged ? m.documents_fate_moved_changed({ was }) : m.documents_fate_moved({ was }),
			split: m.documents_fate_split({ was }),
			merged: m.documents_fate_merged({ was }),
			added: m.documents_fate_added(),
			removed: reason ? m.documents_fate_removed({ reason }) : m.documents_fate_removed_file()
		}[fate];
		return said ? [{ section: is || was, fate: said }] : [];
	});
}

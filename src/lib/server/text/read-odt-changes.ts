import { wordsIn, type OdtDraft, type OdtSource } from './read-odt-source.ts';
import { attribute, child, childrenOf, elementsOf, textIn, type Element } from './xml.ts';

/** A tracked change: who made it when, and for a deletion what is gone. */
export interface OdtRegion {
	kind: 'insertion' | 'deletion' | 'format';
	author: string;
	date: string | undefined;
	/** Paragraphs, lists and tables. */
	content: Element[];
}

const kinds = {
	'text:insertion': 'insertion',
	'text:deletion': 'deletion',
	'text:format-change': 'format'
} as const;

/** @param body office:text */
export function readRegions(body: Element): Map<string, OdtRegion> {
	return new Map(
		childrenOf(child(body, 'text:tracked-changes'), 'text:changed-region').flatMap((region) => {
			const change = elementsOf(region).find(({ name }) => name in kinds);
			if (!change) return [];
			const about = child(change, 'office:change-info');
			const said = (name: string) => {
				const element = child(about, name);
				return element ? textIn(element).trim() : undefined;
			};
			const id = attribute(region, 'text:id') ?? attribute(region, 'xml:id') ?? '';
			const read: OdtRegion = {
				kind: kinds[change.name as keyof typeof kinds],
				author: said('dc:creator') ?? '',
				date: said('dc:date'),
				content: elementsOf(change).filter((element) => element !== about)
			};
			return [[id, read] as const];
		})
	);
}

/** Where an insertion or change of form begins. */
export function beginRegion(source: OdtSource, id: string) {
	const region = source.regions.get(id);
	if (!region || region.kind === 'deletion') return;
	const change = source.reading.change(region.kind, region.author, region.date, '', true);
	source.open.set(id, { region, change, paragraphs: 0 });
}

/** Where it ends. One that holds no words is the end of a paragraph. */
export function endRegion(source: OdtSource, id: string) {
	const open = source.open.get(id);
	if (!open) return;
	source.open.delete(id);
	if (open.region.kind === 'insertion' && !open.change.words.trim() && open.paragraphs)
		open.change.kind = 'paragraph_insertion';
}

/**
 * The place of a deletion. @returns what was there: paragraphs of which the first goes on this one, and the rest of this
 * one goes on the last
 */
export function deletionAt(source: OdtSource, id: string, draft: OdtDraft): Element[] {
	const region = source.regions.get(id);
	if (region?.kind !== 'deletion') return [];
	const words = region.content.map(wordsIn).join(' ').replace(/\s+/g, ' ').trim();
	const isEnd = !words && region.content.length > 1;
	source.reading.change(isEnd ? 'paragraph_deletion' : 'deletion', region.author, region.date, words);
	if (source.view === 'before') return region.content;
	if (region.content.length > 1) draft.isGlued = true;
	return [];
}

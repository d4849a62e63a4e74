import { document, type Database } from '#lib/server/database.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';

const vocabularyOf = document('vocabulary', vocabulary);

const keptMilliseconds = 10 * 60_000;
let kept: { words: Promise<Vocabulary>; until: number } | undefined;

/** Fields of action, target groups, decision words. They change with a migration only and are kept for ten minutes. */
export function find(db: Database): Promise<Vocabulary> {
	if (!kept || kept.until < Date.now()) {
		const words = vocabularyOf(db);
		words.catch(() => (kept = undefined));
		kept = { words, until: Date.now() + keptMilliseconds };
	}
	return kept.words;
}

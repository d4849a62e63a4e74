import { atomFeed, type FeedEntry } from '#lib/server/export/atom.ts';
import { href } from '#lib/i18n/addresses.ts';
import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { document, type Database } from '#lib/server/database.ts';
import { contentsOf } from './document.ts';
import { documentNews } from './news.ts';

const newsOf = document('document_news', documentNews);

/** New versions and rounds that everybody may read, as a feed (RFC 4287). @param origin of our pages */
export async function newsFeed(db: Database, authority: App.Authority, origin: string): Promise<string> {
	const { versions, rounds } = await newsOf(db, { p_authority: authority.id });
	const entries: FeedEntry[] = [
		...versions.map(({ id, slug, title, number, note, frozenAt }) => ({
			id,
			title: m.documents_news_version({ title, number }),
			summary: note ?? '',
			updated: frozenAt,
			address: origin + contentsOf({ slug, number })
		})),
		...rounds.map(({ id, slug, title, number, openedAt, opensAt, closesAt }) => ({
			id,
			title: m.documents_news_round({ title }),
			summary: m.documents_news_window({ from: moment(opensAt), to: moment(closesAt) }),
			updated: openedAt,
			address: origin + contentsOf({ slug, number })
		}))
	];
	return atomFeed({
		id: authority.id,
		title: m.documents_news_title({ authority: authority.name }),
		author: authority.name,
		language: 'de',
		address: origin + href('/documents/news.atom'),
		entries
	});
}

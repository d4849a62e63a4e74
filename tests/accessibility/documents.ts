import { layBeside, publicDraft } from '../journeys/drafting.ts';
import type { Sql } from '../journeys/surveying.ts';
import type { Place } from './site.ts';

export type DocumentStage = Awaited<ReturnType<typeof setDocuments>>;

/** A public draft with what changed in it, and a wording that lies beside another one in the version that is worked on. */
export async function setDocuments(sql: Sql) {
	const { slug, keys } = await publicDraft(sql);
	const key = keys['Mobilität']!;
	const beside = await layBeside(sql, slug, key, 'Der Rufbus fährt an jedem Tag.');
	const [{ id: reading } = { id: '' }] = await sql<{ id: string }>(
		`insert into public.document_readings (id, authority_id, version_id, file_name, size_bytes, sha256, state, content)
		select gen_random_uuid(), v.authority_id, v.id, 'Entwurf.docx', 1000, repeat('e', 64), 'read', $2
		from public.document_versions v
		join public.documents d on d.id = v.document_id
		where d.slug = $1 and v.frozen_at is null
		returning id`,
		[slug, JSON.stringify(found)]
	);
	return { slug, key, beside, reading };
}

/** Pages of documents, each for somebody it is made for. */
export function documentPlaces({
	slug,
	key,
	beside,
	reading
}: DocumentStage): Record<'guest' | 'albrecht', Place[]> {
	const at = (address: string): Place => ({ address: `/dokumente/${slug}/${address}` });
	const wrong = (address: string): Place => ({ ...at(address), isSent: true });
	const prepared = '/beteiligung/begegnung-foerdern/vorbereitung';
	return {
		guest: [at('2'), at(`2/${key}`), at('2/unterschiede'), at(`2/unterschiede?mit=1&abschnitt=${key}`)],
		albrecht: [
			at('3'),
			at(`3/${key}`),
			at('3/unterschiede?mit=1'),
			at(`3/${key}/daneben/${beside}`),
			at(`3/${key}/verlauf`),
			at(`3/${key}/verlauf?wortlaut=${beside}`),
			...[
				'/beteiligung',
				prepared,
				`${prepared}/dokument`,
				`${prepared}/pflichten`,
				'/beteiligung/teilplan-altenhilfe/ruecklauf',
				'/dokumente'
			].map((address) => ({ address })),
			{ address: '/dokumente/neu', isSent: true },
			at('naechste-fassung'),
			wrong('3/neu'),
			wrong('3/einlesen'),
			at('3/loeschen'),
			at('3/festschreiben'),
			at(`3/einlesen/${reading}`),
			at(`3/${key}/aendern`),
			at(`3/${key}/gliederung`),
			at(`3/${key}/angaben`),
			wrong(`3/${key}/einfache-sprache`)
		]
	};
}

/** A file that was read, with one of each thing that is said of it. */
const found = {
	title: 'Entwurf',
	text: {
		blocks: [
			{ kind: 'heading', level: 1, runs: [{ text: 'Mobilität' }] },
			{ kind: 'paragraph', runs: [{ text: 'Pflege', marks: ['strong'] }] },
			{ kind: 'paragraph', runs: [{ text: 'Der Rufbus fährt.' }] }
		],
		notes: []
	},
	offers: [{ block: 1, level: 1, words: 'Pflege' }],
	losses: [{ what: 'equation', headings: ['Mobilität'], words: 'Der Rufbus', detail: null }],
	comments: [{ author: 'Frau Seidel', text: 'Auch am Sonntag?', quote: 'Rufbus', headings: ['Mobilität'] }],
	changes: [{ kind: 'insertion', author: 'Frau Seidel', words: 'am Sonntag' }],
	keys: [],
	pictures: 0
};

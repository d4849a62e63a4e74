import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import type { entryForm } from './entry-form.ts';
import { roundExport, roundPoints, roundSearch, roundStatements } from './statement-document.ts';

const statementsOf = document('round_statements', roundStatements);
const pointsOf = document('round_points', roundPoints);
const foundOf = document('round_search', roundSearch);
const exportOf = document('export_round_points', roundExport);

const asked = (authorityId: string, slug: string) => ({ p_authority: authorityId, p_slug: slug });

/** Fifty statements by organisation, and for planners who has not answered. @param after id of the last one shown @throws Refusal NOTFD */
export const list = (db: Database, authorityId: string, slug: string, after: string | null) =>
	statementsOf(db, { ...asked(authorityId, slug), p_after: after ?? undefined });

/** Twenty-five points in the order of the text. @param key of a section: those at it alone @throws Refusal NOTFD */
export const points = (
	db: Database,
	authorityId: string,
	slug: string,
	{ key, after }: { key: string | null; after: string | null }
) =>
	pointsOf(db, {
		...asked(authorityId, slug),
		p_key: key ?? undefined,
		p_after: after ?? undefined
	});

/** Points that say these words, the closest first. @throws Refusal NOTFD */
export const search = (
	db: Database,
	authorityId: string,
	slug: string,
	search: string,
	after: string | null
) => foundOf(db, { ...asked(authorityId, slug), p_search: search, p_after: after ?? undefined });

/** All points, for planners. */
export const all = (db: Database, authorityId: string, slug: string) =>
	exportOf(db, asked(authorityId, slug));

/** Enters what an addressee said on paper, by mail or phone. Sent twice, it is entered once. @returns the statement's id */
export const enter = (
	db: Database,
	addresseeId: string,
	{ form_id, kind, intro, channel, given_by, received_on }: z.infer<typeof entryForm>,
	points: object[]
) =>
	ask(
		db.rpc('enter_statement', {
			p_id: form_id,
			p_addressee: addresseeId,
			p_kind: kind,
			p_intro: intro,
			p_points: points as never,
			p_channel: channel,
			p_given_by: given_by,
			p_received_on: received_on
		})
	);

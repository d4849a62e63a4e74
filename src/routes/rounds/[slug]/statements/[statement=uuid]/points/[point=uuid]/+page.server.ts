import { error } from '@sveltejs/kit';
import { pointPage, savePoint } from '#lib/rounds/point-pages.server.ts';
import { requireOwn } from '#lib/rounds/require-statement.server.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import { toMarkdown } from '#lib/text/markdown-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { statement } = await requireOwn(event);
	const point = statement.points.find(({ id }) => id === event.params.point);
	if (!point) error(404);
	return {
		...(await pointPage(event, point.section?.key ?? null)),
		point,
		notes: (await statements.placing(event.locals.db, event.params.statement, { point: point.id })).notes,
		proposal: point.proposal ? toMarkdown(point.proposal) : '',
		kept: event.locals.kept
	};
};

export const actions: Actions = {
	save: (event) => savePoint(event, () => event.params.point),
	drop: action({
		verb: ({ db, params }) => statements.dropPoint(db, params.statement, params.point),
		to: ({ params }) => statementPath(params, '', { erledigt: 'entfernt' })
	})
};

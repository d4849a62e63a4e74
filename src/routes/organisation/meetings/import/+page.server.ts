import { fail, redirect } from '@sveltejs/kit';
import { legible } from '#lib/i18n/legible.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/sentence.ts';
import { largestFile, type ReadableFile } from '#lib/meetings/calendar-file.ts';
import { readCalendar, textOf } from '#lib/meetings/calendar-files.server.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf, organisationOf } from '#lib/meetings/own-calendar.ts';
import { requireKeeper } from '#lib/meetings/require-keeper.server.ts';
import { refused, type Errors } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const calendar = await requireKeeper(event);
	return { calendar, values: event.locals.kept ?? {} };
};

export const actions: Actions = {
	/** Shows what a file would do. */
	look: async (event) => {
		const sent = await read(event);
		if (!sent.file) return fail(400, { values: { text: sent.text }, errors: sent.errors });
		const { organisationId, text, file } = sent;
		try {
			const planned = await meetings.preview(event.locals.db, organisationId, file);
			const { unreadable, past } = file;
			return { values: { text }, preview: { meetings: planned, unreadable, past } };
		} catch (error) {
			return refused(error, { text });
		}
	},
	take: async (event) => {
		const sent = await read(event);
		if (!sent.file) return fail(400, { values: { text: sent.text }, errors: sent.errors });
		const { organisationId, text, file } = sent;
		let counts: Awaited<ReturnType<typeof meetings.take>>;
		try {
			counts = await meetings.take(event.locals.db, organisationId, file);
		} catch (error) {
			return refused(error, { text });
		}
		const { new: added = 0, changed = 0, revived = 0, cancelled = 0 } = counts;
		const words = { neu: `${added}`, geaendert: `${changed + revived}`, abgesagt: `${cancelled}` };
		redirect(303, addressOf(organisationId, '', { getan: 'eingelesen', ...words }));
	}
};

type Sent = { organisationId: string; text: string } & (
	{ file: ReadableFile; errors?: undefined } | { file?: undefined; errors: Errors }
);

/** The file that was chosen, else the text that was pasted. Only what was typed is given back, unless it is too large. */
async function read(event: RequestEvent): Promise<Sent> {
	const { posts } = sessionOf(event);
	const organisationId = organisationOf(event.url, posts);
	const sent = await event.request.formData();
	const chosen = sent.get('file');
	const isFile = chosen instanceof File && chosen.size > 0;
	const isLarge = isFile && chosen.size > largestFile;
	const typed = legible(String(sent.get('text') ?? ''));
	const text = isLarge ? '' : isFile ? textOf(await chosen.bytes()) : typed;
	const file = isLarge ? { problem: 'meetings_error_file_large' } : await readCalendar(text);
	if (file.problem === undefined) return { organisationId, text, file };
	const isTyped = !isFile && text !== '';
	const given = isTyped && text.length <= largestFile ? text : '';
	return { organisationId, text: given, errors: { [isTyped ? 'text' : 'file']: problemOf(file) } };
}

const problemOf = ({ problem, line }: { problem: string; line?: string }) =>
	line === undefined ? sentence(problem) : m.meetings_error_line({ line });

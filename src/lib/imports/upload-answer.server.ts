import { fail } from '@sveltejs/kit';
import { list } from '#lib/i18n/format.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { Refusal } from '#lib/server/database.ts';
import { TableRefusal } from '#lib/server/import/table.ts';
import { HeadingRefusal } from './imports.server.ts';

/** The file that a form sent; an empty one where nothing was chosen. */
export async function fileOf(request: Request): Promise<File> {
	const sent = (await request.formData()).get('file');
	return sent instanceof File ? sent : new File([], '');
}

/** Answers a file that cannot be read in with the sentence that says what to do. */
export function refusedFile(error: unknown) {
	const errors = (file: string) => fail(400, { errors: { file } });
	if (error instanceof HeadingRefusal)
		return errors(sentence(error.messageKey, { columns: list(error.columns) }));
	if (error instanceof TableRefusal) return errors(sentence(error.messageKey, error.inputs));
	if (error instanceof Refusal && (error.status < 404 || ['HEAVY', 'BUSY'].includes(error.code)))
		return errors(sentence(error.messageKey));
	throw error;
}

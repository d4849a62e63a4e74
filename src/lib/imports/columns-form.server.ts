import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { list } from '#lib/i18n/format.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import type { Database } from '#lib/server/database.ts';
import { parse, refused, type Errors, type Values } from '#lib/server/forms.ts';
import { missingIn } from '#lib/server/import/columns.ts';
import { fieldOf, leftOut, type ColumnsView } from './columns.ts';
import { pageOf } from './import.ts';
import * as imports from './imports.server.ts';
import { layouts } from './layouts.server.ts';

type Found = Awaited<ReturnType<typeof imports.columns>>;

/** The page on which the columns of a file are said. */
export const viewOf = ({ id, kind, fileName, headings, meanings }: Found): ColumnsView => ({
	id,
	kind,
	fileName,
	fields: layouts[kind].columns.map(({ key, isRequired = false }) => ({ key, isRequired })),
	columns: headings.flatMap((column, n) => {
		const meaning = meanings[n];
		const value = meaning === null ? leftOut : (meaning ?? '');
		return column.heading ? [{ ...column, name: fieldOf(n), value }] : [];
	})
});

type Asked = { locals: { db: Database }; params: { import: string }; request: Request };

/** The form's action: each column is a field or left out, no field is said twice, and none is missing that must be there. */
export async function saidColumns({ locals: { db }, params, request }: Asked) {
	const of = await imports.columns(db, params.import);
	const form = parse(schemaOf(of), await request.formData());
	if (form.errors) return fail(400, { values: form.values, errors: openIn(of, form.errors) });
	const said = of.headings.map((_, n) => form.data[fieldOf(n)] ?? leftOut);
	const errors = conflictsIn(of, said);
	if (errors) return fail(400, { values: form.values as Values, errors });
	try {
		await imports.map(
			db,
			of.id,
			said.map((field) => (field === leftOut ? null : field))
		);
	} catch (refusal) {
		return refused(refusal, form.values);
	}
	redirect(303, pageOf(of));
}

function schemaOf({ kind, headings }: Found) {
	const choices = [leftOut, ...layouts[kind].columns.map(({ key }) => key)];
	const choice = z.string().refine((text) => choices.includes(text), 'errors_invalid');
	const named = headings.flatMap(({ heading }, n) => (heading ? [[fieldOf(n), choice]] : []));
	return z.object(Object.fromEntries(named) as Record<string, typeof choice>);
}

/** Of each column that nothing was chosen for: a list of the same sentence would help nobody. */
const openIn = ({ headings }: Found, wrong: Errors): Errors =>
	Object.fromEntries(
		headings.flatMap(({ heading }, n) =>
			wrong[fieldOf(n)] ? [[fieldOf(n), sentence('imports_error_choose_column', { heading })]] : []
		)
	);

function conflictsIn({ kind, headings }: Found, said: string[]): Errors | undefined {
	const errors: Errors = {};
	said.forEach((field, n) => {
		if (field !== leftOut && said.indexOf(field) < n)
			errors[fieldOf(n)] = sentence('imports_error_meant_twice', { heading: headings[n]!.heading });
	});
	const missing = missingIn(said, layouts[kind].columns);
	if (missing.length) errors.form = sentence('imports_error_missing_fields', { columns: list(missing) });
	return Object.keys(errors).length ? errors : undefined;
}

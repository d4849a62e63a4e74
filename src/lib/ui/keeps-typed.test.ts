import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/* A form that takes more than a sentence keeps what is typed: by saving it, or by KeepsTyped. */

/** Parts of forms that stand in a page which keeps or saves, files whose text is in the file that was chosen, and one sentence for each of many. */
const elsewhere = [
	'src/lib/rounds/SaidFields.svelte',
	'src/lib/surveys/FieldsForm.svelte',
	'src/lib/text/TextEditor.svelte',
	'src/lib/text/editor/EditorDialogs.svelte',
	'src/lib/ui/Field.svelte',
	'src/routes/needs/drafts/[id]/[step]/Affected.svelte',
	'src/routes/needs/drafts/[id]/[step]/Occasion.svelte',
	'src/routes/needs/drafts/[id]/[step]/Place.svelte',
	'src/routes/needs/drafts/[id]/[step]/Proposals.svelte',
	'src/routes/needs/drafts/[id]/attachments/+page.svelte',
	'src/routes/organisation/meetings/import/+page.svelte',
	'src/routes/rounds/[slug]/statements/[statement=uuid]/placing/+page.svelte',
	'src/routes/votes/[id=uuid]/entry/Fields.svelte'
];

test('every form with a long text keeps what is typed', () => {
	const forms = globSync('src/{lib,routes}/**/*.svelte').filter((file) =>
		/type="textarea"|<textarea|<TextEditor/.test(readFileSync(file, 'utf8'))
	);
	const bare = forms.filter(
		(file) => !/KeepsTyped|CheckedForm|NeedChangePage|-page\.ts\?script/.test(readFileSync(file, 'utf8'))
	);
	expect(bare.sort()).toEqual(elsewhere.sort());
});

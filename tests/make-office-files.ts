import { execFileSync } from 'node:child_process';
import { mkdtempSync, copyFileSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordDocumentOf } from '#lib/server/text/write-docx.ts';
import { sampleChanges } from './sample-changes.ts';
import { sampleComments, sampleDocument } from './sample-document.ts';

/*
 * Makes src/lib/server/text/fixtures/ with LibreOffice (seen with 7.4.7): what our own files are after an office has opened
 * and saved them there. Run it when the writer changes: node tests/make-office-files.ts
 */

const folder = mkdtempSync(join(tmpdir(), 'office-'));
const fixtures = 'src/lib/server/text/fixtures';
mkdirSync(fixtures, { recursive: true });
const given = {
	plan: await wordDocumentOf(sampleDocument(130)),
	comments: await wordDocumentOf(sampleDocument(30, sampleComments)),
	changes: await sampleChanges()
};
for (const [name, bytes] of Object.entries(given)) {
	writeFileSync(join(folder, `${name}.docx`), bytes);
	for (const ending of ['odt', 'docx']) {
		const out = join(folder, ending);
		const filter = ending === 'docx' ? 'docx:MS Word 2007 XML' : 'odt';
		execFileSync('soffice', [
			'--headless',
			'--convert-to',
			filter,
			'--outdir',
			out,
			join(folder, `${name}.docx`)
		]);
		copyFileSync(join(out, `${name}.${ending}`), join(fixtures, `${name}.${ending}`));
	}
}
rmSync(folder, { recursive: true });

import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();
const layerRules = ['no-restricted-imports', 'no-restricted-syntax'];

/** What the lint says about the layers when this line stands in this file. */
async function complaints(filePath: string, line: string): Promise<string[]> {
	const code = filePath.endsWith('.svelte') ? `<script lang="ts">\n${line}\n</script>` : `${line}\n`;
	const [result] = await eslint.lintText(code, { filePath });
	const fatal = result!.messages.filter((message) => message.fatal);
	expect(fatal).toEqual([]);
	return result!.messages.filter(({ ruleId }) => layerRules.includes(ruleId!)).map(({ message }) => message);
}

describe('forbidden', () => {
	test.each([
		['src/routes/needs/+page.svelte', `import * as needs from '#lib/needs/pool/needs.server.ts';`],
		['src/routes/needs/+page.svelte', `import { ask } from '#lib/server/database.ts';`],
		['src/routes/needs/+page.ts', `import * as needs from '#lib/needs/pool/needs.server.ts';`],
		['src/routes/needs/+page.server.ts', `import { createClient } from '@supabase/supabase-js';`],
		['src/routes/needs/+page.server.ts', `import { asSystem } from '#lib/server/database.ts';`],
		['src/routes/needs/+page.server.ts', `import { load } from '../start/+page.server.ts';`],
		['src/routes/needs/+page.server.ts', `export const load = ({ locals }) => locals.db.rpc('need_page');`],
		['src/routes/needs/+page.svelte', `import Row from '../start/Row.svelte';`],
		['src/lib/needs/need.ts', `import { ask } from '#lib/server/database.ts';`],
		['src/lib/needs/need.ts', `import { list } from './needs.server.ts';`],
		['src/lib/needs/NeedCard.svelte', `import * as needs from '#lib/needs/pool/needs.server.ts';`],
		['src/lib/needs/NeedCard.svelte', `import PersonName from '#lib/people/PersonName.svelte';`],
		['src/lib/needs/NeedCard.svelte', `import PersonName from '../people/PersonName.svelte';`],
		['src/lib/needs/needs.server.ts', `import * as people from '#lib/people/people.server.ts';`],
		['src/lib/needs/needs.server.ts', `import * as people from '../people/people.server.ts';`],
		['src/lib/needs/pool/needs.server.ts', `import * as drafts from '#lib/needs/drafts/drafts.server.ts';`],
		['src/lib/needs/pool/needs.server.ts', `import * as drafts from '../drafts/drafts.server.ts';`],
		['src/lib/needs/pool/NeedCard.svelte', `import DraftState from '#lib/needs/drafts/DraftState.svelte';`],
		['src/lib/needs/pool/NeedCard.svelte', `import DraftState from '../drafts/DraftState.svelte';`],
		['src/lib/needs/needs.server.ts', `import NeedCard from './NeedCard.svelte';`],
		['src/lib/needs/needs.server.ts', `import { load } from '../../routes/needs/+page.server.ts';`],
		['src/lib/needs/needs.server.ts', `import { createClient } from '@supabase/supabase-js';`],
		['src/lib/server/log.ts', `import { needForm } from '#lib/needs/pool/need.ts';`],
		['src/lib/server/mail/send.ts', `import Layout from '#lib/ui/Box.svelte';`],
		['src/lib/server/token.ts', `import { Lucia } from 'lucia';`],
		['src/lib/ui/Table.svelte', `import { needForm } from '#lib/needs/pool/need.ts';`],
		['src/lib/ui/Table.svelte', `import { ask } from '#lib/server/database.ts';`],
		['src/lib/i18n/format.ts', `import { needForm } from '#lib/needs/pool/need.ts';`],
		['src/hooks.server.ts', `import Page from '#lib/ui/Box.svelte';`],
		['src/hooks.client.ts', `import { ask } from '#lib/server/database.ts';`]
	])('%s: %s', async (file, line) => {
		expect(await complaints(file, line)).not.toEqual([]);
	});
});

describe('allowed', () => {
	test.each([
		['src/routes/needs/+page.svelte', `import NeedCard from '#lib/needs/NeedCard.svelte';`],
		['src/routes/needs/+page.svelte', `import Row from './Row.svelte';`],
		['src/routes/needs/+page.server.ts', `import * as needs from '#lib/needs/pool/needs.server.ts';`],
		['src/routes/needs/+page.server.ts', `import { Refusal } from '#lib/server/database.ts';`],
		['src/lib/needs/NeedCard.svelte', `import { fullName } from '#lib/people/person.ts';`],
		['src/lib/needs/NeedCard.svelte', `import Box from '#lib/ui/Box.svelte';`],
		['src/lib/needs/NeedCard.svelte', `import SourceFields from '#lib/channels/SourceFields.svelte';`],
		['src/lib/needs/pool/need.ts', `import { words } from '#lib/needs/reports/report-words.ts';`],
		['src/lib/needs/needs.server.ts', `import { ask } from '#lib/server/database.ts';`],
		['src/lib/needs/needs.server.ts', `import { needForm } from './need.ts';`],
		['src/lib/server/database.ts', `import { createClient } from '@supabase/supabase-js';`],
		['src/lib/server/session.ts', `import { Lucia } from 'lucia';`],
		['src/hooks.server.ts', `import * as people from '#lib/people/people.server.ts';`]
	])('%s: %s', async (file, line) => {
		expect(await complaints(file, line)).toEqual([]);
	});
});

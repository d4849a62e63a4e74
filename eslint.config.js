import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/* Who may import whom: the table of layers, kept by a machine (src/bin/import-rules.test.ts breaks each line once).
   A later block replaces an earlier one for the same file, so each names all that it forbids. */
const supabase = {
	regex: '^@supabase/(supabase-js|lite)',
	message: 'Only lib/server talks to the data interface.'
};
const lucia = { regex: '^lucia$', message: 'Only lib/server/session.ts knows Lucia.' };
const serverFiles = {
	regex: '(\\.server\\.ts$|^#lib/server/)',
	message: 'What runs in the browser imports nothing of the server.'
};
const routes = { regex: '/routes/', message: 'Nothing is imported from a route.' };
const siblings = {
	regex: '^(\\.\\./)+[^./][^/]*/',
	message: 'Parts of one page sit beside it; a sibling route keeps its own.'
};
const components = { regex: '\\.svelte$', message: 'Server files import no components.' };
/* A noun's folder may hold rooms (`needs/drafts`, `needs/reports`): each counts as a noun of its own. What every noun uses and none
   owns may lend its components too. */
const otherComponents = {
	regex: '(^#lib/(?!(ui|text|channels|chronicle)/)[^/]+/.+|^\\.\\./.+)\\.svelte$',
	message: "Another noun's components stay its own; share through lib/ui."
};
const nouns = {
	regex: '^#lib/(?!server/|i18n/|ui/|text/)',
	message: 'This layer knows no noun of the product.'
};
const otherServers = {
	regex: '(^#lib/(?!server/|i18n/)[^/]+/|^\\.\\./).+\\.server\\.ts$',
	message: "Another noun's verbs are not called from here: join in SQL."
};
const clients = {
	regex: '^#lib/server/database\\.ts$',
	importNames: ['asSystem', 'asPerson', 'asAnonymous'],
	message: 'A page acts through locals.db.'
};
/**
 * @param {string[]} files
 * @param {object[]} not
 * @param {string[]} [ignores]
 * @returns {import('eslint').Linter.Config}
 */
const may = (files, not, ignores = []) => ({
	files,
	ignores: [...ignores, '**/*.test.ts', '**/*.d.ts'],
	rules: { 'no-restricted-imports': ['error', { patterns: not }] }
});

/** @type {import('eslint').Linter.Config[]} */
const layers = [
	may(['src/routes/**/*.{ts,svelte}', 'src/*.ts'], [supabase, lucia, serverFiles, siblings, routes]),
	may(
		['src/routes/**/+*.server.ts', 'src/routes/**/+server.ts', 'src/routes/**/*.server.ts'],
		[supabase, lucia, siblings, routes, components, clients]
	),
	may(
		['src/lib/*/**/*.{ts,svelte}'],
		[supabase, lucia, serverFiles, otherComponents, routes],
		['src/lib/{server,ui,text,i18n}/**']
	),
	may(
		['src/lib/*/**/*.server.ts'],
		[supabase, lucia, components, otherServers, routes],
		['src/lib/{server,ui,text,i18n}/**']
	),
	may(['src/lib/ui/**'], [supabase, lucia, serverFiles, nouns, routes]),
	may(['src/lib/text/**'], [supabase, lucia, serverFiles, nouns, routes]),
	may(['src/lib/i18n/**'], [supabase, lucia, nouns, components, routes]),
	may(['src/lib/server/**'], [lucia, nouns, components, routes], ['src/lib/server/session.ts']),
	may(['src/lib/server/session.ts'], [nouns, components, routes]),
	may(['src/{hooks,letters}.server.ts'], [supabase, lucia, components, routes]),
	{
		files: ['src/routes/**/*.{ts,svelte}'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'MemberExpression[object.property.name="db"][property.name=/^(rpc|from)$/]',
					message: 'SQL names belong to the verbs in lib/<noun>.'
				}
			]
		}
	}
];

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.data/',
			'test-results/',
			'src/lib/i18n/paraglide/',
			'src/bin/node24/'
		]
	},
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		rules: {
			eqeqeq: ['error', 'smart'],
			'no-empty': 'error',
			'no-fallthrough': 'error',
			'no-useless-escape': 'error',
			'no-constant-condition': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: { 'svelte/no-navigation-without-resolve': 'off' } // addresses are German and literal; reroute finds the page
	},
	...layers
);

// Pages that no script takes over need no marks for it: Svelte writes some 15 for a row of a table, a third of a long page.
const marks = /<!--(?:\[-?\d*|\[!|\]|)-->/g;
const emptyPushes = /^\s*\$\$renderer\d*\.push\((['"`])\1\);?$/gm;

/** @returns {import('vite').Plugin} */
export function plainPages() {
	return {
		name: 'plain-pages',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'ssr',
		transform(code, id) {
			if (id.endsWith('/svelte/src/internal/server/hydration.js'))
				return without(code, /`<!--.*?-->`/g, "''");
			if (id.endsWith('.svelte')) return without(code, marks, '');
		}
	};
}

/**
 * @param {string} code
 * @param {RegExp} pattern
 * @param {string} instead
 */
function without(code, pattern, instead) {
	return { code: code.replace(pattern, instead).replace(emptyPushes, ''), map: null };
}

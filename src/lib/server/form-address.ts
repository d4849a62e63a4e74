import type { Handle } from '@sveltejs/kit';

/**
 * Writes out where forms are sent that do not say so: to the address of their page. Left out, browsers add the fragment of
 * the last link within the page (`#main`, a field with a mistake), and keep it through the redirect: the next page opens
 * there, and the list of mistakes does not get the focus.
 */
export const formAddress: Handle = ({ event, resolve }) => {
	const action = `action="${escaped(event.url.pathname + event.url.search)}"`;
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace(silentForms, (form) => `${form} ${action}`)
	});
};

const silentForms = /<form method="post"(?![^>]* action=)/g;

const escaped = (address: string) => address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

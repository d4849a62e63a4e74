import { routeOf } from '#lib/i18n/addresses.ts';
import type { Reroute, Transport } from '@sveltejs/kit';

export const reroute: Reroute = ({ url }) => routeOf(url.pathname);

/**
 * Kit writes out what a page was made from for its own script in the browser. No page of ours has that script, so this
 * stands for all of it: otherwise it would be written and thrown away at every request.
 */
export const transport: Transport = {
	unread: {
		encode: (value) => isPageData(value) && 1,
		decode: () => undefined
	}
};

const isPageData = (value: unknown) =>
	value instanceof Object && 'type' in value && value.type === 'data' && 'data' in value && 'uses' in value;

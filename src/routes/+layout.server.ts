import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { session, authority, display, requestId } = locals;
	return {
		person: session?.person ?? null,
		posts: session?.posts ?? [],
		authority,
		help: authority.help,
		display,
		isSample: authority.isSample,
		requestId
	};
};

import { pointPage, savePoint } from '#lib/rounds/point-pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await pointPage(event, event.url.searchParams.get('abschnitt'))),
	section: event.url.searchParams.get('abschnitt'),
	kept: event.locals.kept
});

export const actions: Actions = { default: (event) => savePoint(event, (formId) => formId) };

import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { enteredMessage, message } from '#lib/needs/reports/report-forms.ts';
import * as entered from '#lib/needs/reports/entered.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const report = await needReports.find(event.locals.db, event.params.number);
	if (!report.canAdd && !report.canEnter) error(404);
	return { report, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		return sent.has('channel') ? enter(event, sent) : write(event, sent);
	}
};

async function write({ locals, params }: RequestEvent, sent: FormData) {
	const form = parse(message, sent);
	if (form.errors) return fail(400, form);
	try {
		await needReports.write(locals.db, params.number, 'addition', form.data);
	} catch (refusal) {
		return refused(refusal, form.values);
	}
	redirect(303, href('/needs/[number]', { number: params.number }));
}

/** A planner enters what came by letter or phone. */
async function enter({ locals, params }: RequestEvent, sent: FormData) {
	const form = parse(enteredMessage, sent);
	if (form.errors) return fail(400, form);
	try {
		await entered.write(locals.db, params.number, 'addition', form.data);
	} catch (refusal) {
		return refused(refusal, form.values);
	}
	redirect(303, href('/needs/[number]', { number: params.number }));
}

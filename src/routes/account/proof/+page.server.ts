import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { passwordProofForm } from '#lib/people/proof.ts';
import * as proofs from '#lib/people/proofs.server.ts';
import { factorForm } from '#lib/people/second-factor.ts';
import { codeForm } from '#lib/people/sign-in.ts';
import { sentenceOf } from '#lib/people/sign-ins.server.ts';
import { proofFor } from '#lib/server/fresh-proof.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { placeOf } from '#lib/server/place.ts';
import { forgetOwn } from '#lib/server/session.ts';
import { localPath } from '#lib/ui/local-path.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const id = /^[0-9a-f-]{36}$/;
const isKept = (event: RequestEvent | Parameters<PageServerLoad>[0]) =>
	event.url.searchParams.has('gesichert');
const pathOf = (event: RequestEvent | Parameters<PageServerLoad>[0]) =>
	localPath(event.url.searchParams.get('weiter'), href('/account')).slice(0, 500);

export const load: PageServerLoad = async (event) => ({
	proof: await proofs.find(sessionOf(event)),
	attempt: event.url.searchParams.get('versuch'),
	path: pathOf(event),
	isKept: isKept(event)
});

export const actions: Actions = {
	send: async (event) => {
		let attempt: string;
		try {
			attempt = await proofs.sendCode(sessionOf(event), pathOf(event), placeOf(event));
		} catch (error) {
			return refused(error, {});
		}
		redirect(303, `${proofFor(pathOf(event), isKept(event))}&versuch=${attempt}`);
	},
	code: async (event) => {
		const sent = await event.request.formData();
		const attempt = event.url.searchParams.get('versuch') ?? '';
		const form = parse(codeForm, sent);
		if (form.errors) return fail(400, form);
		try {
			const tried = id.test(attempt)
				? await proofs.byCode(sessionOf(event), attempt, form.data.code, placeOf(event))
				: ({ outcome: 'expired' } as const);
			if (tried.outcome !== 'signed_in')
				return fail(400, { values: {}, errors: { code: sentenceOf(tried) } });
		} catch (error) {
			return refused(error, {});
		}
		return goOn(event);
	},
	password: async (event) => {
		const form = parse(passwordProofForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			if (!(await proofs.byPassword(sessionOf(event), form.data.password, placeOf(event))))
				return wrong({}, 'password', 'account_error_proof_password');
		} catch (error) {
			return refused(error, {});
		}
		return goOn(event);
	},
	factor: async (event) => {
		const form = parse(factorForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			if (!(await proofs.byFactor(sessionOf(event), form.data.code, placeOf(event))))
				return wrong({}, 'code', 'account_error_factor_wrong');
		} catch (error) {
			return refused(error, {});
		}
		return goOn(event);
	}
};

function goOn(event: RequestEvent): never {
	forgetOwn(event.cookies);
	redirect(303, pathOf(event));
}

import { fail } from '@sveltejs/kit';
import { enterPassed } from '#lib/people/entrance.server.ts';
import { factorForm } from '#lib/people/second-factor.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import { placeOf } from '#lib/server/place.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = parse(factorForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { token } = event.params;
		let passed: secondFactors.Passed | null;
		try {
			passed = await secondFactors.pass(token, form.data.code, placeOf(event));
		} catch (error) {
			return refused(error, {});
		}
		if (!passed) return wrong({}, 'code', 'account_error_factor_wrong_or_over');
		return enterPassed(event, token, passed);
	}
};

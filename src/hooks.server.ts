import { sequence } from '@sveltejs/kit/hooks';
import { displayHandle } from '#lib/i18n/handle.ts';
import { openBackend } from '#lib/server/backend.ts';
import { readSettings } from '#lib/server/settings.ts';
import { onShutdown } from '#lib/server/shutdown.ts';
import type { Handle, ServerInit } from '@sveltejs/kit';

export const init: ServerInit = async () => {
	const backend = await openBackend(readSettings(process.env));
	onShutdown(backend.close);
};

// Stands in until sessions and the database are put together here.
const standIn: Handle = ({ event, resolve }) => {
	event.locals.requestId = crypto.randomUUID();
	event.locals.session = null;
	event.locals.authority = {
		id: '00000000-0000-0000-0000-000000000000',
		key: 'harz',
		name: 'Landkreis Harz',
		prefix: 'HZ',
		isSample: true,
		accent: null,
		districtKey: '15085',
		postalAddress: 'Beispielstraße 1, 38820 Halberstadt',
		email: 'sozialplanung@beispiel.example',
		phone: '03941 0000-0',
		help: {
			name: 'Frau Albrecht',
			title: 'Sozialplanung',
			phone: '03941 0000-100',
			email: 'albrecht@harz.example'
		}
	};
	return resolve(event);
};

export const handle = sequence(standIn, displayHandle);

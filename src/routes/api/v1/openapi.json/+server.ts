import { json } from '@sveltejs/kit';
import { openApi } from '#lib/api/document.ts';
import { backend } from '#lib/server/backend.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	json(openApi(backend().settings.publicAddress), { headers: { 'cache-control': 'no-store' } });

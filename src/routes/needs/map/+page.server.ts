import * as districtMaps from '#lib/needs/figures/map/district-maps.server.ts';
import * as reportList from '#lib/needs/reports/need-report-list.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return {
		map: districtMaps.find(authority.districtKey),
		facts: await reportList.countByMunicipality(db, authority.id),
		isOpenOnly: event.url.searchParams.get('stand') === 'offen'
	};
};

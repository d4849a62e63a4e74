import type { Topology } from 'topojson-specification';
import { drawDistrict, type DistrictMap } from './district-map.ts';
import saxonyAnhalt from './saxony-anhalt.topo.json' with { type: 'json' };

const drawn = new Map<string, DistrictMap | null>();

/** The map of a district by its key, drawn at first use and kept; null for districts we have no outlines of. */
export function find(districtKey: string): DistrictMap | null {
	if (!drawn.has(districtKey)) {
		drawn.set(districtKey, drawDistrict(saxonyAnhalt as unknown as Topology, districtKey));
	}
	return drawn.get(districtKey) ?? null;
}

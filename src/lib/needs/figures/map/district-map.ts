import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Outlines of a district's municipalities, ready to be drawn in a box of `width` by `height`. */
export interface DistrictMap {
	width: number;
	height: number;
	municipalities: Outline[];
}

export interface Outline {
	ags: string;
	name: string;
	/** The `d` of an SVG path. */
	path: string;
	/** Where its number stands, and on which line below it its name. */
	x: number;
	y: number;
	nameY: number;
}

type Properties = { ags: string; name: string };

const width = 400;
const margin = 3;
const letterWidth = 4.4;
const nameHeight = 10;

/** The municipalities whose key begins with the district's (five digits), from north to south; null when there are none. */
export function drawDistrict(topology: Topology, districtKey: string): DistrictMap | null {
	const [all] = Object.values(topology.objects) as GeometryCollection<Properties>[];
	const isInside = ({ properties }: { properties?: Partial<Properties> }) =>
		properties?.ags?.startsWith(districtKey);
	const geometries = all?.geometries.filter(isInside) ?? [];
	if (!geometries.length) return null;
	const shapes = feature(topology, { type: 'GeometryCollection', geometries });
	const projection = geoMercator().fitWidth(width - 2 * margin, shapes);
	const [x, y] = projection.translate();
	projection.translate([x + margin, y + margin]);
	const path = geoPath(projection).digits(1);
	const height = Math.ceil(path.bounds(shapes)[1][1] + margin);
	const outlines = shapes.features.map((shape) => {
		const [x, y] = path.centroid(shape).map(Math.round) as [number, number];
		const { ags, name } = shape.properties as Properties;
		return { ags, name, path: path(shape) ?? '', x, y, nameY: y + 15 };
	});
	return { width, height, municipalities: spread(outlines.sort((a, b) => a.y - b.y || a.x - b.x)) };
}

/** Moves names down that would stand on another one. */
function spread(outlines: Outline[]): Outline[] {
	const touches = (a: Outline, b: Outline) =>
		Math.abs(a.x - b.x) < ((a.name.length + b.name.length) * letterWidth) / 2 &&
		Math.abs(a.nameY - b.nameY) < nameHeight;
	outlines.forEach((outline, index) => {
		for (const above of outlines.slice(0, index)) {
			if (touches(above, outline)) outline.nameY = above.nameY + nameHeight;
		}
	});
	return outlines;
}

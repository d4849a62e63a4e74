import type { Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import { drawDistrict } from './district-map.ts';
import { stepOf, stepsUpTo } from './municipality-facts.ts';
import saxonyAnhalt from './saxony-anhalt.topo.json' with { type: 'json' };

const draw = (district: string) => drawDistrict(saxonyAnhalt as unknown as Topology, district);

test('the Harz has 20 municipalities, each with an outline inside the box', () => {
	const map = draw('15085')!;
	expect(map.municipalities).toHaveLength(20);
	for (const { name, path, x, y } of map.municipalities) {
		expect(path, name).toMatch(/^M[\d.,LZM]+Z$/);
		const numbers = path.match(/[\d.]+/g)!.map(Number);
		expect(Math.max(...numbers), name).toBeLessThanOrEqual(Math.max(map.width, map.height));
		expect(x > 0 && x < map.width && y > 0 && y < map.height, name).toBe(true);
	}
});

test('Osterwieck lies in the north-west of Harzgerode', () => {
	const place = (name: string) => draw('15085')!.municipalities.find((each) => each.name === name)!;
	expect(place('Osterwieck').x).toBeLessThan(place('Harzgerode').x);
	expect(place('Osterwieck').y).toBeLessThan(place('Harzgerode').y);
});

test('every district of the state can be drawn, others have no map', () => {
	const districts = new Set(
		saxonyAnhalt.objects['lsa.geo'].geometries.map(({ properties }) => properties.ags.slice(0, 5))
	);
	expect([...districts].filter((district) => !draw(district))).toEqual([]);
	expect(districts.size).toBe(14);
	expect(draw('03153')).toBeNull();
});

test('the grounds share what there is in three parts', () => {
	const steps = stepsUpTo(6);
	expect(steps).toEqual([0, 1, 3, 5]);
	expect([0, 1, 2, 3, 4, 5, 6].map((count) => stepOf(count, steps))).toEqual([0, 1, 1, 2, 2, 3, 3]);
	expect(stepsUpTo(0)).toEqual([0, 1, 2, 3]);
});

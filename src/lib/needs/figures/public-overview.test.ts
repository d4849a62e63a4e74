import { expect, test } from 'vitest';
import { barsOf, decisionFacts, verdictFacts, type PublicOverview } from './public-overview.ts';

const terms = ['care', 'mobility', 'youth', 'health'].map((key) => ({ key, label: key, labelEn: key }));
const overview: PublicOverview = {
	small: 5,
	byField: [
		{ field: 'mobility', reports: 8 },
		{ field: 'care', reports: null },
		{ field: 'youth', reports: null }
	],
	reports: 14,
	answered: null,
	asOf: '2026-12-01',
	byDecision: {},
	byVerdict: { silent: null, yes: 11 },
	interimDays: 14,
	finalDays: 60,
	recent: []
};

test('hidden numbers share one line without a bar', () => {
	expect(barsOf(overview, terms)).toEqual([
		{ label: 'mobility', value: 8 },
		{ label: 'care und youth', value: 0, shown: 'je weniger als 5 oder zum Schutz verdeckt' }
	]);
});

test('where nothing is hidden, nothing is said about it', () => {
	expect(barsOf({ ...overview, byField: [] }, terms)).toEqual([]);
});

test('verdicts stand in their order, hidden ones share one line', () => {
	expect(verdictFacts(overview)).toEqual([
		{ term: 'Ja', value: '11' },
		{ term: 'Teilweise, Nein und Noch keine Antwort', value: 'je weniger als 5 oder zum Schutz verdeckt' }
	]);
});

test('decisions that are hidden share one line; where all are, nothing is told', () => {
	expect(decisionFacts(overview, terms)).toEqual([]);
	expect(decisionFacts({ ...overview, byDecision: { youth: 1200, care: 7 } }, terms)).toEqual([
		{ term: 'care', value: '7' },
		{ term: 'youth', value: '1.200' },
		{ term: 'mobility und health', value: 'je weniger als 5 oder zum Schutz verdeckt' }
	]);
});

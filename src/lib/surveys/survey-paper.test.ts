import { expect, test } from 'vitest';
import { formOf, type CallLetter } from './survey-paper.server.ts';

const letter = {
	title: 'Bedarfsabfrage',
	today: '2026-11-30',
	organisationName: 'Stadt Thale',
	formVersion: 1,
	fields: [
		{ key: 'care', label: 'Pflege', labelEn: 'Care' },
		{ key: 'own_questions', label: 'Weitere Fragen', labelEn: 'Further questions' }
	],
	questions: [],
	own: [
		{ kind: 'yes_no', label: 'Gibt es einen Jugendclub?', hint: 'Im Winter', options: [], isRequired: true },
		{ kind: 'several', label: 'Was gibt es?', hint: '', options: ['Tanz', 'Töpfern'], isRequired: false },
		{ kind: 'number', label: 'Wie viele Plätze?', hint: '', options: [], isRequired: false }
	]
} as unknown as CallLetter;

test('the form on paper asks the questions of the survey too, with boxes and lines, each once', () => {
	const look = { isLarge: false, authority: { name: 'Landkreis' } as App.Authority, address: '' };
	const { blocks } = formOf(letter, look);
	const from = blocks.findIndex((block) => 'heading' in block && block.heading === 'Weitere Fragen');
	expect(blocks.slice(from, from + 9)).toEqual([
		{ heading: 'Weitere Fragen', level: 3 },
		{ paragraph: 'Gibt es einen Jugendclub?' },
		{ paragraph: 'Im Winter' },
		{ boxes: ['Ja', 'Nein', 'nicht bekannt'] },
		{ paragraph: 'Was gibt es? (freiwillig)' },
		{ paragraph: 'Sie können mehrere ankreuzen.' },
		{ boxes: ['Tanz', 'Töpfern'] },
		{ paragraph: 'Wie viele Plätze? (freiwillig)' },
		{ lines: 1 }
	]);
	const headings = blocks.filter((block) => 'heading' in block && block.heading === 'Weitere Fragen');
	expect(headings).toHaveLength(1);
});

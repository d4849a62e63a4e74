import { expect, test } from '@playwright/test';
import { arrive } from './people.ts';

test.use({ javaScriptEnabled: false });
const options = { javaScriptEnabled: false };

test('all fields of the matrix are seen beside each other, and a cell leads to the words', async ({
	browser
}) => {
	const path = `/abfragen/bedarfsabfrage-${new Date().getFullYear()}/ruecklauf`;
	const planner = await arrive(browser, 'albrecht', { ...options, path });
	await planner.setViewportSize({ width: 1280, height: 900 });
	const heads = planner.getByRole('columnheader');
	const fields = ['Mobilität', 'Pflege und Angehörige', 'Digitale Teilhabe'];
	for (const field of fields) {
		const { x, width } = (await heads.filter({ hasText: field }).boundingBox())!;
		expect(x + width, field).toBeLessThan(1260);
	}
	await expect(planner.getByText(/F Fehlanzeige · nz nicht zuständig/)).toBeVisible();
	const cell = planner.getByRole('link', { name: 'Fehlanzeige: Stadt Ballenstedt, Mobilität' });
	await expect(cell).toHaveText('Fehlanzeige');
	expect((await cell.boundingBox())!.width).toBeLessThan(60);
	await cell.click();
	await expect(planner.getByRole('heading', { level: 1, name: 'Stadt Ballenstedt' })).toBeVisible();

	await planner.goBack();
	await planner.setViewportSize({ width: 390, height: 844 });
	expect((await cell.boundingBox())!.width).toBeGreaterThan(80);
});

test('on a phone the list comes before its filter, which says in one line what is chosen', async ({
	browser
}) => {
	const phone = { width: 390, height: 844 };
	const reader = await arrive(browser, 'lorenz', { ...options, viewport: phone, path: '/bedarfe' });
	const first = reader.getByRole('rowheader').first();
	expect((await first.boundingBox())!.y).toBeLessThan(phone.height + 50);
	await expect(reader.getByLabel('Handlungsfeld')).toBeHidden();
	await reader.getByText('Liste eingrenzen').click();
	await reader.getByLabel('Handlungsfeld').selectOption('Mobilität');
	await reader.getByRole('button', { name: 'Eingrenzen' }).click();
	await expect(reader.getByText('Eingegrenzt auf: Mobilität')).toBeVisible();
	await expect(reader.getByLabel('Handlungsfeld')).toBeHidden();
	await reader.setViewportSize({ width: 1280, height: 900 });
	await expect(reader.getByLabel('Handlungsfeld')).toHaveValue('mobility');
	await expect(reader.getByText('Eingegrenzt auf: Mobilität')).toBeHidden();
});

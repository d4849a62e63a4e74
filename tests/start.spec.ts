import { expect, test } from '@playwright/test';

test('the first page is there', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('h1')).toBeVisible();
});

test('health says live and ready and is never kept', async ({ request }) => {
	const answer = await request.get('/health');
	expect(await answer.json()).toEqual({ live: true, ready: true, jobs: 'when queued' });
	expect(answer.headers()['cache-control']).toBe('no-store');
});

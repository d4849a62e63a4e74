import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { deflateSync } from 'node:zlib';
import { barriers, expectLargeTargets, expectNoSideways } from '../accessibility/checks.ts';
import { test } from './database.ts';
import { keyboard, mouse } from './hands.ts';
import { arrive, unique } from './people.ts';

/* A section is written in an editor that is worked by keyboard alone, and as Markdown where no script runs. */

const field = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const markdown = (page: Page) => page.locator('textarea[name=body]');
const said = (page: Page) => page.locator('[data-part=status]');
const dialog = (page: Page) => page.getByRole('dialog');
const lines = (...all: string[]) => `${all.join('\n')}\n`;

/** A new document with one empty section, at the page on which its text is written. */
async function begin(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const page = await arrive(browser, 'albrecht', { path: '/dokumente/neu', ...options });
	await page.getByLabel('Entwurf eines Plans').check();
	await page.getByLabel('Wie heißt der Text?').fill(unique('Teilplan'));
	await page.getByLabel('Kurzname in der Adresse').fill(unique('teilplan').replace(' ', '-'));
	await page.getByRole('button', { name: 'Text anlegen' }).click();
	await page.getByRole('link', { name: 'Abschnitt hinzufügen' }).click();
	await page.getByLabel('Überschrift').fill('Mobilität');
	await page.getByRole('button', { name: 'Hinzufügen' }).click();
	await page.getByRole('link', { name: 'Text bearbeiten' }).click();
	await field(page).waitFor();
	return page;
}

/** Presses a button of the toolbar, reached from the text and by arrows. */
async function press(page: Page, name: string) {
	await page.keyboard.press('Alt+F10');
	const button = page.getByRole('toolbar').getByRole('button', { name, exact: true });
	for (let turn = 0; turn < 40 && !(await button.evaluate((one) => one === document.activeElement)); turn++)
		await page.keyboard.press('ArrowRight');
	await expect(button).toBeFocused();
	await page.keyboard.press('Enter');
}

/** Goes on until the focus is in the text. */
async function enter(page: Page) {
	for (let stop = 0; stop < 60; stop++) {
		if (await field(page).evaluate((one) => one === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('the text is not reached by Tab');
}

/** Puts something on the clipboard of the page and pastes it. */
const paste = (page: Page, html: string) =>
	field(page).evaluate((target, html) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/html', html);
		clipboardData.setData('text/plain', 'ohne Auszeichnung');
		target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, html);

test('by keyboard alone a section gets lists, marks, a link, a note and a table', async ({ browser }) => {
	const page = await begin(browser);
	const { keyboard: keys } = page;
	await enter(page);
	await keys.press('Shift+Tab');
	await expect(page.getByRole('button', { name: 'Fett' })).toBeFocused(); // one stop, before the text
	await keys.press('End');
	await expect(page.getByRole('button', { name: 'Wiederholen' })).toBeFocused();
	await keys.press('Enter');
	await expect(said(page)).toHaveText('Das geht an dieser Stelle nicht.');
	await expect(field(page)).toBeFocused();
	await keys.press('Alt+F10');
	await keys.press('Escape');
	await expect(field(page)).toBeFocused();
	await keys.type('Der Bus fährt ');
	await keys.press('Control+B');
	await expect(said(page)).toHaveText('Fett an');
	await keys.type('samstags');
	await keys.press('Control+B');
	await keys.type('.');
	await press(page, 'Fußnote');
	await expect(said(page)).toHaveText(/^Sie sind in Fußnote 1\./);
	await keys.type('Stand 2026.');
	await press(page, 'Zurück zur Textstelle');
	await keys.press('Enter');
	await press(page, 'Aufzählung');
	await expect(page.getByRole('button', { name: 'Aufzählung' })).toHaveAttribute('aria-pressed', 'true');
	await keys.type('Thale');
	await keys.press('Enter');
	await keys.type('Bahnhof');
	await press(page, 'Einrücken');
	await keys.press('Control+Enter');
	await keys.press('Control+K');
	await expect(dialog(page)).toBeVisible();
	await keys.type('Fahrplan');
	await keys.press('Tab');
	await keys.type('javascript:alert(1)');
	await keys.press('Enter');
	await expect(dialog(page).getByLabel('Adresse')).toHaveAttribute('aria-invalid', 'true');
	await keys.press('Control+A');
	await keys.type('www.kreis.example');
	await keys.press('Enter');
	await expect(dialog(page)).toBeHidden();
	await expect(said(page)).toHaveText('Der Link ist gesetzt.');
	await keys.press('Enter');
	await press(page, 'Tabelle');
	await expect(said(page)).toHaveText(/^Tabelle mit 3 Zeilen und 2 Spalten\./);
	await keys.type('Ort');
	await keys.press('ArrowRight');
	await keys.type('Plätze');
	await keys.press('ArrowDown');
	await keys.type('12');
	await press(page, 'Zeile löschen');
	await expect(said(page)).toHaveText('Die Tabelle hat jetzt 2 Zeilen und 2 Spalten.');
	await keys.type('30');
	await keys.press('Control+Enter');
	await keys.type('Ende');
	const written = lines(
		'Der Bus fährt **samstags**.[^1]',
		'',
		'- Thale',
		'  - Bahnhof',
		'',
		'[Fahrplan](https://www.kreis.example)',
		'',
		'| Ort | Plätze |',
		'| --- | --- |',
		'| 30 |  |',
		'',
		'Ende',
		'',
		'[^1]: Stand 2026.'
	);
	await expect(markdown(page)).toHaveValue(written);

	await keys.press('Tab');
	await expect(field(page)).not.toBeFocused(); // Tab is no trap
	await keys.press('Shift+Tab');
	await expect(field(page)).toBeFocused();
	await keyboard.press(page.getByRole('button', { name: 'Speichern' }));
	await expect(page.getByRole('status')).toContainText('Der Abschnitt ist gespeichert.');
	const text = page.getByRole('main');
	await expect(text.getByRole('table').getByRole('columnheader')).toHaveText(['Ort', 'Plätze']);
	await expect(text.getByRole('link', { name: 'Fahrplan' })).toHaveAttribute(
		'href',
		'https://www.kreis.example'
	);
	await expect(text.locator('ol.notes')).toContainText('Stand 2026.');
	await page.getByRole('link', { name: 'Text bearbeiten' }).click();
	await expect(markdown(page)).toHaveValue(written);
	await page.context().close();
});

test('the editor and Markdown are two views of one text, and nothing is lost between them', async ({
	browser
}) => {
	const page = await begin(browser);
	const source = lines(
		'Ein Satz mit [bonjour]{Sprache fr} und CO~2~.',
		'',
		'c) drittens',
		'd) viertens',
		'',
		'::: Kasten',
		'Das ist wichtig.',
		':::',
		'',
		'::: Tabelle, Kopfzeilen 2',
		'- - {Spalten 2} Angebot',
		'- - Bus',
		'  - Bahn',
		'- - {Kopf} Harz',
		'  - ja',
		':::',
		'',
		'> Zitat'
	);
	await page.getByRole('button', { name: 'Als Markdown schreiben' }).click();
	await expect(said(page)).toHaveText('Sie schreiben jetzt Markdown.');
	await markdown(page).fill(source);
	await page.getByRole('button', { name: 'Im Editor schreiben' }).click();
	await expect(field(page)).toContainText('Das ist wichtig.');
	await expect(markdown(page)).toHaveValue(source); // what one only looks at stays as it was typed
	await field(page).getByText('Zitat').click();
	await page.keyboard.press('End');
	await page.keyboard.type('!');
	await expect(markdown(page)).toHaveValue(source.replace('Zitat', 'Zitat!'));
	await page.keyboard.press('Control+Z');
	await expect(markdown(page)).toHaveValue(source);

	await page.getByRole('button', { name: 'Als Markdown schreiben' }).click();
	await page.reload();
	await expect(markdown(page)).toBeVisible(); // the choice stays on this device
	await expect(markdown(page)).toHaveValue(source);
	await page.getByRole('button', { name: 'Vorschau' }).click();
	await expect(page.getByRole('heading', { name: 'So wird der Abschnitt gelesen' })).toBeVisible();
	await expect(markdown(page)).toHaveValue(source);
	await page.context().close();
});

test('what is pasted becomes a text, and what stays behind is said once', async ({ browser }) => {
	const page = await begin(browser);
	const errors: string[] = [];
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	await enter(page);
	await paste(
		page,
		`<html><body><!--StartFragment--><h2 style="color:red">Termine</h2><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
		style='mso-list:Ignore'>·&nbsp;</span>Bus</p><p style="font-weight:700;position:fixed">fett <a href="javascript:alert(1)">böse</a><img
		src="https://fremd.example/x.png" onerror="alert(1)"></p><!--EndFragment--></body></html>`
	);
	await expect(said(page)).toHaveText(
		'Eingefügt. Nicht alles kam mit: Überschriften sind jetzt fett (1), Links auf nicht öffentliche Adressen (1), die Wörter sind da, Bilder (1).'
	);
	await expect(markdown(page)).toHaveValue(lines('**Termine**', '', '- Bus', '', '**fett böse**'));
	expect(await field(page).locator('[style], script, img').count()).toBe(0);
	await page.keyboard.press('Control+A');
	await paste(page, '<p>Nur <em>ein</em> Satz</p>');
	await expect(markdown(page)).toHaveValue(lines('Nur *ein* Satz'));
	expect(errors).toEqual([]);
	await page.context().close();
});

test('what is copied in the editor comes back as it was', async ({ browser }) => {
	const page = await begin(browser);
	const source = lines(
		'Ein [**Satz**]{Sprache en-GB}[^1].',
		'',
		'- {Nr. § 3} Anspruch',
		'',
		'::: Tabelle',
		'- - {Spalten 2} Angebot',
		'- - {Kopf} Harz',
		'  - ja',
		':::',
		'',
		': Tabelle 1',
		'',
		'![Karte](karte)'
	);
	await page.getByRole('button', { name: 'Als Markdown schreiben' }).click();
	await markdown(page).fill(`${source}\n[^1]: Stand 2026.\n`);
	await page.getByRole('button', { name: 'Im Editor schreiben' }).click();
	await field(page).focus();
	await page.keyboard.press('Control+A');
	const copied = await field(page).evaluate((target) => {
		const clipboardData = new DataTransfer();
		target.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
		return clipboardData.getData('text/html');
	});
	await page.keyboard.press('ArrowRight');
	await page.getByRole('button', { name: 'Als Markdown schreiben' }).click();
	await markdown(page).fill('Davor\n\n[^1]: Stand 2026.\n');
	await page.getByRole('button', { name: 'Im Editor schreiben' }).click();
	await field(page).getByText('Davor').click();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await paste(page, copied);
	/* The words of a note come as a paragraph: the note is there already. */
	await expect(markdown(page)).toHaveValue(`Davor\n\n${source}\nStand 2026.\n\n[^1]: Stand 2026.\n`);
	await page.context().close();
});

test('what was typed in the editor is there again after a reload and after leaving', async ({ browser }) => {
	const page = await begin(browser);
	await enter(page);
	await page.keyboard.type('Noch nicht gespeichert');
	await page.reload(); // at once: leaving writes what was typed last
	await expect(field(page)).toContainText('Noch nicht gespeichert');
	await expect(page.getByText('Ihr Text von vorhin ist wieder da.')).toBeVisible();
	const address = page.url();
	await page.goto('/start');
	await page.goto(address);
	await expect(field(page)).toContainText('Noch nicht gespeichert');
	await page.getByRole('button', { name: 'Text verwerfen' }).click();
	await expect(field(page)).toHaveText('');
	await page.context().close();
});

test('two who write the same section lose no word', async ({ browser }) => {
	const one = await begin(browser);
	const two = await arrive(browser, 'yilmaz', { path: new URL(one.url()).pathname });
	for (const [page, words] of [
		[one, 'Aus dem einen Zimmer'],
		[two, 'Aus dem anderen Zimmer']
	] as const) {
		await enter(page);
		await page.keyboard.type(words);
		await keyboard.press(page.getByRole('button', { name: 'Speichern' }));
	}
	await expect(two.getByRole('status')).toContainText('Ihr Wortlaut liegt daneben und ist nicht verloren.');
	await expect(two.getByRole('main')).toContainText('Aus dem einen Zimmer');
	await one.reload();
	await expect(one.getByText(/hat gleichzeitig einen anderen Wortlaut gespeichert/)).toBeVisible();
	await Promise.all([one, two].map((page) => page.context().close()));
});

/** A picture of one colour. */
function png(): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const sum = Buffer.alloc(4);
		sum.writeUInt32BE(crc(body));
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		return Buffer.concat([length, body, sum]);
	};
	const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]);
	const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(24, Math.floor(Math.random() * 255))]);
	const rows = Buffer.concat(Array.from({ length: 8 }, () => row));
	return Buffer.concat([
		Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function crc(bytes: Buffer): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	}
	return (sum ^ 0xffffffff) >>> 0;
}

for (const { how, hands, options } of [
	{ how: 'without JavaScript', hands: mouse, options: { javaScriptEnabled: false } },
	{ how: 'by keyboard alone', hands: keyboard, options: {} }
]) {
	test(`a picture comes into the text with words for who does not see it: ${how}`, async ({ browser }) => {
		const page = await begin(browser, options);
		const hasScript = how === 'by keyboard alone';
		const file = page.getByLabel('Bilddatei');
		const put = page.getByRole('button', { name: 'Bild in den Text setzen' });
		if (hasScript) {
			await enter(page);
			await page.keyboard.type('Davor');
			await page.keyboard.press('Enter');
			await page.keyboard.type('Danach');
			await page.keyboard.press('ArrowUp');
			await press(page, 'Bild');
			await expect(file).toBeFocused();
		} else {
			await markdown(page).fill('Davor\n\nDanach');
			await page.getByText('Bild hinzufügen').click();
		}
		await hands.press(put);
		await expect(page).toHaveTitle(/^Fehler: /);
		await expect(page.getByRole('main')).toContainText('Wählen Sie ein Bild.');
		await file.setInputFiles({ name: 'karte.png', mimeType: 'image/png', buffer: png() });
		await hands.press(put);
		await expect(page.getByRole('main')).toContainText('Sagen Sie, was das Bild zeigt');
		await file.setInputFiles({ name: 'karte.png', mimeType: 'image/png', buffer: png() });
		await hands.write(page.locator('textarea[name=picture_alt]'), 'Karte der Haltestellen');
		if (hasScript) {
			await field(page).getByText('Davor').click();
		}
		await hands.press(put);
		await expect(page).toHaveTitle(/^Das Bild steht im Text/);
		const shown = '!\\[Karte der Haltestellen\\]\\([0-9a-f-]{36}\\)';
		const source = hasScript ? `Davor\n\n${shown}\n\nDanach` : `Davor\n\nDanach\n\n${shown}`;
		await expect(markdown(page)).toHaveValue(new RegExp(`^${source}\n$`));
		if (hasScript) {
			await expect(field(page)).toBeFocused();
			await expect(page.getByRole('button', { name: 'Bild beschreiben' })).toBeVisible();
			await page.keyboard.press('Enter');
			await expect(dialog(page).getByLabel('Was zeigt das Bild?')).toHaveValue('Karte der Haltestellen');
			await page.keyboard.type('Karte des Harzes');
			await page.keyboard.press('Escape');
			await expect(dialog(page)).toBeHidden();
			await expect(field(page)).toBeFocused();
		}
		await hands.press(page.getByRole('button', { name: 'Speichern' }));
		const picture = page.getByRole('img', { name: 'Karte der Haltestellen' });
		await picture.scrollIntoViewIfNeeded();
		await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(8);
		await page.context().close();
	});
}

test('the editor has no barriers: on a phone, in the dark, with large text, in colours of one’s own', async ({
	browser
}) => {
	const page = await begin(browser);
	await enter(page);
	await press(page, 'Tabelle');
	await page.keyboard.type('Ort');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.type('Plätze');
	await press(page, 'Fußnote');
	await page.keyboard.type('Stand 2026.');
	for (const [where, size] of [
		['on a phone', { width: 320, height: 700 }],
		['on a desk', { width: 1280, height: 900 }]
	] as const) {
		await page.setViewportSize(size);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect.soft(await barriers(page), `${where}, ${colorScheme}`).toEqual([]);
		}
		await expectLargeTargets(page, where);
		await expectNoSideways(page, where);
	}
	await page.evaluate(() => void (document.documentElement.style.fontSize = '225%'));
	await expectNoSideways(page, 'text twice as large');
	await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
	await field(page).getByText('Ort').click();
	const head = page.getByRole('button', { name: 'Kopfzeile' });
	const background = (name: string) =>
		page.getByRole('button', { name, exact: true }).evaluate((one) => getComputedStyle(one).backgroundColor);
	await expect(head).toHaveAttribute('aria-pressed', 'true');
	expect(await background('Kopfzeile')).not.toBe(await background('Fett'));
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
	await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
	await page.keyboard.press('Control+K');
	expect.soft(await barriers(page), 'the dialog').toEqual([]);
	await page.keyboard.press('Escape');
	await expect(field(page)).toBeFocused();
	await page.context().close();
});

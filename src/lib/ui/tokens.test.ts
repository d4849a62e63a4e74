import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

const kern = readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8');
const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');

const declarations = (block: string): Record<string, string> =>
	Object.fromEntries(
		[...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!])
	);
const squeezed = (value: string | undefined) => value?.replace(/(\.\d*?)0+(?=%| |\)|$)/g, '$1');

const [palette, light, dark, high, highDark] = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, block]) =>
	declarations(block!)
);

test("the palette is KERN's, unchanged", () => {
	const original = declarations(kern);
	expect(Object.keys(palette!).length).toBeGreaterThan(20);
	for (const [name, value] of Object.entries(palette!)) {
		expect(squeezed(original[name]), name).toBe(squeezed(value));
	}
});

const pairs = [
	['layout-text-default', 'layout-background-default'],
	['layout-text-default', 'layout-background-hued'],
	['layout-text-default', 'feedback-danger-background'],
	['layout-text-default', 'feedback-info-background'],
	['layout-text-default', 'feedback-success-background'],
	['layout-text-default', 'feedback-warning-background'],
	['layout-text-muted', 'layout-background-default'],
	['layout-text-muted', 'layout-background-hued'],
	['layout-text-muted', 'feedback-success-background'],
	['action-default', 'layout-background-default'],
	['action-default', 'layout-background-hued'],
	['action-default', 'feedback-warning-background'],
	['action-default', 'feedback-success-background'],
	['action-on-default', 'action-default'],
	['feedback-danger', 'layout-background-default'],
	['feedback-danger', 'layout-background-hued'],
	['feedback-danger', 'feedback-danger-background'],
	['layout-background-default', 'feedback-danger'],
	['feedback-success', 'layout-background-default'],
	['feedback-success', 'feedback-success-background'],
	['feedback-warning', 'feedback-warning-background'],
	['action-focus-default', 'layout-background-default']
];

describe.each([
	['light', { ...light }],
	['dark', { ...light, ...dark }],
	['light, high contrast', { ...light, ...high }],
	['dark, high contrast', { ...light, ...dark, ...high, ...highDark }]
])('%s', (_scheme, tokens) => {
	const luminance = (name: string) => {
		const value = (tokens as Record<string, string>)[`--kern-color-${name}`];
		return relativeLuminance(palette![value!.slice(4, -1)]!);
	};

	test.each(pairs)('%s on %s reaches 7:1', (text, ground) => {
		const [lighter, darker] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
		expect((lighter! + 0.05) / (darker! + 0.05)).toBeGreaterThanOrEqual(7);
	});
});

/** WCAG's relative luminance of an oklch colour: https://bottosson.github.io/posts/oklab/ */
function relativeLuminance(oklch: string): number {
	const [l, c, h] = oklch.match(/[\d.]+/g)!.map(Number) as [number, number, number];
	const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
	const long = (l / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const medium = (l / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (l / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short;
	const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short;
	const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short;
	const clamp = (value: number) => Math.min(1, Math.max(0, value));
	return 0.2126 * clamp(red) + 0.7152 * clamp(green) + 0.0722 * clamp(blue);
}

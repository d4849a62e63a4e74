import type { Text } from '#lib/text/block.ts';
import { plainOf, wordsOf } from '#lib/text/plain.ts';
import * as edits from '#lib/text/section-edits.ts';
import type { SectionPage } from './document.ts';

/**
 * Adults read 180 German words a minute: 184 ± 29 over 17 languages and 167 at the age of 64 (S. Trauzettel-Klosinski, K. Dietz
 * and others, Standardized Assessment of Reading Performance, IOVS 53, 2012, pages 5452–5461).
 */
const wordsInSecond = 3;

/** How long reading takes, in seconds. */
export const secondsOf = (text: Text): number => Math.round(wordsOf(plainOf(text)).length / wordsInSecond);

type Section = SectionPage['section'];

/** A section in two, before one of its blocks (counted from 0); notes go with their places. */
export function divided(section: Section, at: number, heading: string): [Text, Text] {
	const { sections } = edits.split([keyed(section)], section.key, at, 'second', heading);
	return [sections[0]!.text, sections[1]!.text];
}

/** Two sections as one, the heading of the second as a line of its own. */
export function together(first: Section, second: Section): Text {
	const { sections } = edits.merge([keyed(first), keyed(second)], [first.key, second.key]);
	return sections[0]!.text;
}

const keyed = ({ key, heading, body }: Section) => ({ key, level: 1, heading, text: body });

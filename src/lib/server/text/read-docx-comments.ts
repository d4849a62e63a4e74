import type { Remark } from './reading.ts';
import { wordsIn } from './read-docx-source.ts';
import { isOn } from './read-docx-styles.ts';
import { attribute, childrenOf, within, type Element } from './xml.ts';

/** The comments of a Word file; who answers whom, and what is done with, stands in a part of its own. */
export function readRemarks(parts: {
	comments: Element | undefined;
	extended: Element | undefined;
}): Remark[] {
	const extended = new Map(
		childrenOf(parts.extended, 'w15:commentEx').map((element) => [
			attribute(element, 'w15:paraId') ?? '',
			{
				isResolved: isOn(attribute(element, 'w15:done') ?? '0'),
				parent: attribute(element, 'w15:paraIdParent')
			}
		])
	);
	const comments = childrenOf(parts.comments, 'w:comment').map((element) => {
		const paragraphs = [...within(element, 'w:p')].map(
			(paragraph) => attribute(paragraph, 'w14:paraId') ?? ''
		);
		return { element, id: attribute(element, 'w:id') ?? '', paragraphs };
	});
	const byParagraph = new Map(
		comments.flatMap(({ id, paragraphs }) => paragraphs.map((paragraph) => [paragraph, id]))
	);
	return comments.map(({ element, id, paragraphs }) => {
		const about = paragraphs.map((paragraph) => extended.get(paragraph)).find(Boolean);
		return {
			id,
			author: attribute(element, 'w:author') ?? '',
			initials: attribute(element, 'w:initials'),
			date: attribute(element, 'w:date'),
			text: wordsIn(element).trim(),
			isResolved: about?.isResolved ?? false,
			parent: about?.parent === undefined ? undefined : byParagraph.get(about.parent)
		};
	});
}

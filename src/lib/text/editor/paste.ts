import { DOMSerializer } from 'prosemirror-model';
import { fromHtml, type HtmlNode, type Loss } from '../html-in.ts';
import { documentOf } from './document.ts';
import { schema } from './schema.ts';
import { sentence, type EditorWords } from './words.ts';

/* The security policy of the page reports attributes that set a style or run something, even in a document nobody sees. */
const activeAttributes = /(\s)(style|on[a-z]+)(\s*=)/gi;
const inert = (html: string) =>
	html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(activeAttributes, '$1inert-$2$3'));

const nodesIn = (parent: Node): HtmlNode[] =>
	[...parent.childNodes].flatMap((node): HtmlNode[] => {
		if (node instanceof Text) return [node.data];
		if (!(node instanceof Element)) return [];
		const attributes = Object.fromEntries(
			[...node.attributes].map(({ name, value }) => [name.replace('inert-', ''), value])
		);
		return [{ name: node.localName, attributes, children: nodesIn(node) }];
	});

/** What is on the clipboard, as the editor writes it; what it wrote itself is left as it is. */
export function cleaned(html: string): { html: string; losses: Map<Loss, number> } {
	if (/<[^>]*\sdata-pm-slice=/.test(html)) return { html, losses: new Map() };
	const { body } = new DOMParser().parseFromString(inert(html), 'text/html');
	const { text, losses } = fromHtml(nodesIn(body));
	const holder = document.createElement('div');
	holder.append(DOMSerializer.fromSchema(schema).serializeFragment(documentOf(text).content));
	return { html: holder.innerHTML, losses };
}

/** What did not come along, in one sentence; nothing where all came. */
export function lossesInWords(losses: Map<Loss, number>, words: EditorWords): string {
	const said = [...losses].map(([loss, count]) => sentence(words.losses[loss], { count }));
	return said.length > 0 ? sentence(words.pasted, { losses: said.join(', ') }) : '';
}

/** Builders of mdast nodes that become given HTML elements. */
import type { BlockContent, DefinitionContent, Nodes, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-to-hast';

type Properties = Readonly<Record<string, string | number | boolean>>;

/** An element that holds lines of text. */
export function phrase(tag: string, properties: Properties, children: readonly PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', data: { hName: tag, hProperties: { ...properties } }, children: [...children] };
}

/** A paragraph-like element. */
export function paragraph(tag: string, properties: Properties, children: readonly PhrasingContent[]): BlockContent {
  return { type: 'paragraph', data: { hName: tag, hProperties: { ...properties } }, children: [...children] };
}

/** An element that holds blocks. */
export function block(tag: string, properties: Properties, children: readonly (BlockContent | DefinitionContent)[]): BlockContent {
  return { type: 'blockquote', data: { hName: tag, hProperties: { ...properties } }, children: [...children] };
}

/** Text as a node. */
export function words(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Makes a node become another element than its usual one. */
export function become(node: Nodes, tag: string, properties: Properties): void {
  node.data = { ...node.data, hName: tag, hProperties: { ...properties } };
}

import type * as FastXmlParser from './vendor/fastXmlParser';

/** The parser fast-xml-parser, loaded on first use: most flows never need a strict one. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would make every reader of a document asynchronous
export const fastXmlParser = () => require('./vendor/fastXmlParser') as typeof FastXmlParser;

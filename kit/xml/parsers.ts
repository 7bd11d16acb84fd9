import type * as FastXmlParser from './vendor/fastXmlParser';
import type * as Saxen from './vendor/saxen';

// Reading XML is synchronous, and most flows never need it: so the parsers are required on first use.
/* eslint-disable @typescript-eslint/no-require-imports -- import() would make every reader of a document asynchronous */
/** The streaming parser saxen, loaded on first use. */
export const saxen = () => require('./vendor/saxen') as typeof Saxen;
/** The parser fast-xml-parser, loaded on first use. */
export const fastXmlParser = () => require('./vendor/fastXmlParser') as typeof FastXmlParser;

import type * as FastXmlParser from './vendor/fastXmlParser';

// Reading XML is synchronous, and most flows never need a strict parser: so it is required on first use.
/* eslint-disable @typescript-eslint/no-require-imports -- import() would make every reader of a document asynchronous */
/** The parser fast-xml-parser, loaded on first use. */
export const fastXmlParser = () => require('./vendor/fastXmlParser') as typeof FastXmlParser;

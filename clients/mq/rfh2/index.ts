export { tooManyHeaders } from './damaged';
export { MQHRF2, readHeader, writeHeader, type Header } from './header';
export { foldersOf, propertiesOf } from './properties';

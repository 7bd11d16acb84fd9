export { tooManyHeaders } from './damaged';
export { MQHRF2, readHeader, writeHeader } from './header';
export { foldersOf, propertiesOf } from './properties';

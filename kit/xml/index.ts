export { fromXml } from './read';
export { toXml } from './write';

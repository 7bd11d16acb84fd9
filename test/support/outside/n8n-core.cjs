loadOutside('reflect-metadata');
module.exports = loadOutside('n8n-core');

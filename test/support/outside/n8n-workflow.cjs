module.exports = loadOutside('n8n-workflow');

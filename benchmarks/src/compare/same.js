// Fails unless all files hold the same Kubernetes objects, in any order; prints how many.
//
//   node same.js FILE...
//
// Needs the directory of cdk8s's packages in NODE_PATH, for the YAML parser among them.
const fs = require('fs');
const { parseAllDocuments } = require('yaml');

function canonical(value) {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, canonical(value[key])]));
}

function objects(file) {
  return parseAllDocuments(fs.readFileSync(file, 'utf8'))
    .map((document) => {
      if (document.errors.length > 0) {
        throw document.errors[0];
      }
      return document.toJS();
    })
    .filter((object) => object !== null)
    .map((object) => JSON.stringify(canonical(object)))
    .sort();
}

const [first, ...others] = process.argv.slice(2);
const expected = objects(first);
for (const other of others) {
  const found = objects(other);
  const at = expected.findIndex((object, index) => object !== found[index]);
  if (at >= 0 || found.length !== expected.length) {
    console.error(`${first} (${expected.length}) and ${other} (${found.length}) differ:\n${expected[at]}\n${found[at]}`);
    process.exit(1);
  }
}
console.log(expected.length);

// Judges the event description with AsyncAPI's own parser; its references are files beside it.
import { Parser, fromFile } from '@asyncapi/parser';

const [file] = process.argv.slice(2);
const { document, diagnostics } = await fromFile(new Parser(), file).parse();
for (const { severity, code, message, path } of diagnostics) {
  console.log(`${['error', 'warning', 'info', 'hint'][severity]} ${code} ${path.join('/')}: ${message}`);
}
const found = diagnostics.filter(({ severity }) => severity <= 1);
if (!document || found.length > 0) {
  console.log(`asyncapi: ${found.length} findings`);
  process.exit(1);
}
console.log(`asyncapi: ${document.allMessages().length} messages, no finding`);

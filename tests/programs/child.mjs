/** Runs printed programs one after the other in one process: TensorFlow.js takes seconds to load, and is loaded once. */
import * as tf from '@tensorflow/tfjs';

const { log, error } = console;
// What tfjs thinks of Node is of no interest here.
console.warn = () => undefined;
// A program that gives up ends alone.
process.exit = (code) => {
  throw new Error(`exit ${code}`);
};

let queue = Promise.resolve();
process.on('message', ({ id, file }) => {
  queue = queue.then(async () => {
    const said = [];
    const complaints = [];
    console.log = (...words) => said.push(words.join(' '));
    console.error = (...words) => complaints.push(words.join(' '));
    let failure;
    try {
      await import(file);
    } catch (cause) {
      failure = String(cause);
    }
    Object.assign(console, { log, error });
    tf.disposeVariables();
    process.send({ id, said: said.join('\n'), complaints: complaints.join('\n'), failure });
  });
});

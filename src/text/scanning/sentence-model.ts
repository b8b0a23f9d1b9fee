import { loadForgetfulModel } from './forgetful-model.ts';

/** The model's sentences of a text, with other blank space than the text's. */
export type SentenceModel = (text: string) => readonly string[];

/** Loads wink-nlp's model of sentences, which takes a few hundred milliseconds. @throws see `loadForgetfulModel` */
export function loadSentenceModel(): SentenceModel {
  const model = loadForgetfulModel(['sbd']);
  return (text) => model.read(text, (document) => document.sentences().out());
}

// Node needs the file's extension in the import, wink-nlp declares its types without one.
declare module 'wink-nlp/utilities/similarity.js' {
  import similarity from 'wink-nlp/utilities/similarity';
  export default similarity;
}

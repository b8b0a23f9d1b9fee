/** Its own types say that it has a default export; what Node gives is the function itself. */
declare module 'robots-parser' {
  interface RobotsFile {
    /** Undefined for an address of another host. */
    isAllowed(url: string, product?: string): boolean | undefined;
    getCrawlDelay(product?: string): number | undefined;
  }
  function robotsParser(address: string, text: string): RobotsFile;
  export = robotsParser;
}

/** The part of the extension API that tests call in a page of the extension. */
export type ExtensionApi = {
  runtime: { sendMessage(message: object): Promise<unknown> };
  action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
};

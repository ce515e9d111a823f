type Props = {
  isPrivate: boolean;
  /** Told the ids of the captures that are there now. */
  onImported: (ids: string[]) => void;
};

/** Reads an exported file. */
export function ImportCaptures(_: Props) {
  return null;
}

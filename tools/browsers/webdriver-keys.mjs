/** https://w3c.github.io/webdriver/#keyboard-actions */
/** @type {Record<string, string>} */
const CODE_POINTS = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

/**
 * A key, or a chord such as `Control+A`, as WebDriver's key actions.
 *
 * @param {string} chord named as in Playwright's `keyboard.press`
 * @param {string} [platform]
 */
export function keyActions(chord, platform = process.platform) {
  const keys = chord === '+' ? ['+'] : chord.split('+');
  const values = keys.map((key) => {
    const name = key === 'ControlOrMeta' ? (platform === 'darwin' ? 'Meta' : 'Control') : key;
    const value = CODE_POINTS[name] ?? name;
    if ([...value].length !== 1) throw new Error(`Unknown key ${key}`);
    return value;
  });
  return [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
}

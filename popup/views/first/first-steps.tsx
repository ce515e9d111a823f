/** What leads to the first capture, in three steps. */
export function FirstSteps() {
  return (
    <ol class="steps">
      <li>
        <h2>Register a callback</h2>
        <p>
          The URL your app client already returns to. The browser will ask to “Read your browsing history”: Claimcheck
          is told of that address, and of the pages that a sign-in from here comes through.
        </p>
      </li>
      <li>
        <h2>Sign in</h2>
        <p>In a normal tab, with your own passkeys and password manager.</p>
      </li>
      <li>
        <h2>Read the tokens</h2>
        <p>Each claim in plain words, and curl ready to copy.</p>
      </li>
    </ol>
  );
}

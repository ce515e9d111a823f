/** What an end ends, and what outlives it: of a revocation and of a sign-out. */
export function EndsAndStays({ ends, stays }: { ends: string; stays: readonly string[] }) {
  return (
    <>
      <div>
        <h3>It ends</h3>
        <p class="muted">{ends}</p>
      </div>
      <div>
        <h3>It does not end</h3>
        <ul class="muted">
          {stays.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </>
  );
}

// The card that a newsroom's developer would write by hand for one article: it asks for the race's
// document once it runs and writes the headline and the numbers. No library, no styles of its own
// but a few lines, one language, no second look at the data. The yardstick of bench/card.
(async () => {
  const script = document.currentScript;
  const card = document.querySelector("#vanilla-card");
  const response = await fetch(`${new URL(script.src).origin}/v1/races/${card.dataset.race}`);
  const race = await response.json();
  const { average, published, recent } = race.polls;
  const nameOf = (id) => race.candidates.find((candidate) => candidate.id === id).name;

  const kicker = document.createElement("p");
  kicker.textContent = `${race.title} · Polls`;

  const headline = document.createElement("h3");
  headline.textContent = average.lead.statement.en;

  const shares = document.createElement("table");
  for (const { candidate, share, low, high } of average.shares) {
    const row = shares.insertRow();
    row.insertCell().textContent = nameOf(candidate);
    row.insertCell().textContent = share.toFixed(1);
    row.insertCell().textContent = `${low} to ${high}`;
  }

  const others = document.createElement("p");
  others.textContent = published.map(({ publisher, text }) => `${publisher}: ${text}`).join(". ");

  const polls = document.createElement("table");
  for (const poll of recent.slice(0, 3)) {
    const row = polls.insertRow();
    row.insertCell().textContent = poll.pollster;
    row.insertCell().textContent = poll.field.middle ?? `${poll.field.start} to ${poll.field.end}`;
    for (const { candidate } of average.shares) {
      const answer = poll.shares.find((one) => one.candidate === candidate);
      row.insertCell().textContent = answer ? answer.share.toFixed(1) : "–";
    }
  }

  const source = document.createElement("footer");
  source.textContent = `Source: ${race.sources.map(({ name }) => name).join(", ")}; as of ${average.asOf}`;

  card.style.borderTop = "3px solid";
  card.style.padding = "12px";
  card.replaceChildren(kicker, headline, shares, others, polls, source);
})();

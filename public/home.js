// The snippet names the host it is read on, so that it can be copied as it stands.
document.getElementById("origin").textContent = location.origin;

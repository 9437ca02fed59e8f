// Runs before the first paint: a chosen theme must not flash in the other one. Without a choice the style sheet decides.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('tilth.theme');
  } catch {
    // Storage is closed to us; the system's preference rules.
  }
  if (choice === 'light' || choice === 'dark') {
    document.documentElement.dataset.theme = choice;
  }
})();

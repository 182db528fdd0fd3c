// Says so when the page has outlived its promise. The times stand on the page without it.
(() => {
  const banner = document.getElementById("stale");
  const due = Date.parse(banner.dataset.due);
  const until = Date.parse(banner.dataset.until);
  const check = () => {
    const minutes = Math.floor((Date.now() - due) / 60000);
    if (minutes < 0) return;
    const hours = Math.floor(minutes / 60);
    const late = minutes < 60 ? `${minutes} min` : hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
    document.getElementById("late").textContent = late;
    document.documentElement.classList.toggle("expired", Date.now() >= until);
    banner.hidden = false;
  };
  check();
  setInterval(check, 30000);
})();

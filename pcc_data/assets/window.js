// How wide this window is, before a page starts: on a phone pictures are drawn narrow. Asked once; a choice wins.
(() => {
  const asked = new URLSearchParams(location.search);
  if (document.documentElement.clientWidth < 600) asked.set("style", "phone");
  else document.cookie = "pcc-window=wide; path=/; SameSite=Lax";
  location.replace(`${location.pathname}${asked.size ? `?${asked}` : ""}${location.hash}`);
})();

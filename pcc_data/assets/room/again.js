// A page that could not be opened tries again by itself; whoever looks at something else meanwhile is left in peace.
(() => {
  const after = 1000 * JSON.parse(document.getElementById("pcc-told").textContent);
  const again = () => (document.hidden ? setTimeout(again, after) : location.reload());
  setTimeout(again, after);
})();

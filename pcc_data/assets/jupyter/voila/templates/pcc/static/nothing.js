// Stands where Voilà asks for MathJax, whose own address lies outside: no page has a formula.
window.MathJax = { Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } } };

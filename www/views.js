// The views of the page, made of the tree that came packed with the core.
"use strict";

// Makes the elements of the views one by one, so that no markup is ever made from a string.
function growViews(parent, nodes, drawn) {
  for (const node of nodes) {
    if (typeof node === "string") {
      parent.append(node);
      continue;
    }
    const [name, attributes, ...children] = node;
    const within = drawn || name === "svg";
    const element = within ? document.createElementNS(document.querySelector("svg").namespaceURI, name) : document.createElement(name);
    for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
    growViews(element.content ?? element, children, within);
    parent.append(element);
  }
  return parent;
}

// Lays the views that the build packed (`xtask/src/page/views.rs`) and their style.
function layViews(views) {
  const [style, nodes] = JSON.parse(views);
  const element = document.createElement("style");
  element.textContent = style;
  document.head.append(element);
  document.getElementById("main").append(growViews(document.createDocumentFragment(), nodes, false));
}

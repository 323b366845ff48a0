//! What the page shows once it is ready, as a tree that travels packed with the core: the first paint needs none of it, and
//! the text of it would weigh as much as everything else but the core.
//!
//! The markup is read as browsers read it, and written as nested lists, `[name, {attribute: value}, child…]`, a text being
//! itself. `www/boot.js` makes elements of them one by one: no markup is made from a string, so Trusted Types and the policy stay as
//! strict as they are.

use anyhow::{Result, ensure};
use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::{Value, json};

/// Style sheets and markup as one text: `[style, [node…]]`.
///
/// # Errors
/// Markup that a browser would have to mend, or that brings a script or a style of its own.
pub fn text(style: &str, markup: &str) -> Result<String> {
    let place = QualName::new(None, ns!(html), local_name!("main"));
    let read = parse_fragment(RcDom::default(), ParseOpts::default(), place, Vec::new(), false).one(markup);
    let errors = read.errors.borrow();
    ensure!(errors.is_empty(), "the views are no correct markup: {}", errors.join("; "));
    for name in ["script", "style", "link", "meta"] {
        ensure!(!markup.contains(&format!("<{name}")), "<{name}> stands in a view: only the frame may have it");
    }
    let root = read.document.children.borrow();
    Ok(json!([style, root.first().map(children)]).to_string())
}

fn children(of: &Handle) -> Vec<Value> {
    of.children.borrow().iter().filter_map(node).collect()
}

fn node(node: &Handle) -> Option<Value> {
    match &node.data {
        NodeData::Text { contents } => Some(Value::from(&**contents.borrow())),
        NodeData::Element { name, attrs, template_contents, .. } => {
            let attributes = attrs.borrow();
            let attributes = attributes.iter().map(|one| (one.name.local.to_string(), Value::from(&*one.value)));
            let own = [Value::from(&*name.local), Value::Object(attributes.collect())];
            let inner = children(template_contents.borrow().as_ref().unwrap_or(node));
            Some(own.into_iter().chain(inner).collect())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_lists_as_a_browser_reads_it() {
        let markup = "<p hidden class=\"a\">x &amp; <b>y</b></p><!-- no --><template><tr><td>z</template>\n<svg viewBox=\"0 0 1 1\"><use href=\"#a\"/></svg>";
        assert_eq!(
            text("p{}", &markup.replace("<td>z", "<td>z</td></tr>")).unwrap(),
            r##"["p{}",[["p",{"class":"a","hidden":""},"x & ",["b",{},"y"]],["template",{},["tr",{},["td",{},"z"]]],"\n",["svg",{"viewBox":"0 0 1 1"},["use",{"href":"#a"}]]]]"##
        );
    }

    #[test]
    fn what_a_browser_would_mend_or_run_is_refused() {
        for wrong in
            ["<p><b>x</p>", "<div>", "<p id=\"a\" id=\"b\">x</p>", "<script>a()</script>", "<style>p{}</style>"]
        {
            assert!(text("", wrong).is_err(), "{wrong}");
        }
    }
}

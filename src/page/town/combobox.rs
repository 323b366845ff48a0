//! Choosing one of 1,741 municipalities by typing: the ARIA combobox with a list box.
//!
//! The same field serves the town of the header and the list of several towns; what a choice does is the caller's.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use crate::municipality::{Hit, Municipality, meant, search};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, clear, data, fill, flag, lay, on, on_within, reveal};

/// Most choices shown at once; more are counted, so that the officer types on.
const MOST: usize = 12;

#[derive(Default)]
struct Choices {
    hits: Vec<Hit>,
    active: Option<usize>,
}

/// One field with its list: `#{name}-name` and `#{name}-options`.
pub struct Combobox {
    name: &'static str,
    choices: RefCell<Choices>,
    chosen: Box<dyn Fn(Option<&'static Municipality>)>,
    settled: Box<dyn Fn() -> Option<&'static Municipality>>,
}

impl Combobox {
    /// Listens to the field. `chosen` hears a choice, and nothing when the field is emptied; `settled` tells what the
    /// field shows when nobody is typing.
    pub fn open(
        name: &'static str,
        chosen: impl Fn(Option<&'static Municipality>) + 'static,
        settled: impl Fn() -> Option<&'static Municipality> + 'static,
    ) -> Dom<Rc<Self>> {
        let (chosen, settled) = (Box::new(chosen), Box::new(settled));
        let combobox = Rc::new(Self { name, choices: RefCell::default(), chosen, settled });
        let (input, list) = (combobox.input()?, combobox.list()?);
        let this = Rc::clone(&combobox);
        on(&input, "input", move |_: &Event| this.look_up());
        let this = Rc::clone(&combobox);
        on(&input, "keydown", move |event: &KeyboardEvent| this.key(event));
        let this = Rc::clone(&combobox);
        on(&input, "focusout", move |_: &Event| this.leave());
        // The field keeps the focus while an option is pressed.
        on(&list, "mousedown", |event: &Event| event.prevent_default());
        let this = Rc::clone(&combobox);
        on_within(&list, "click", "[data-index]", move |_: &Event, option| this.choose(data(option, "data-index")));
        Ok(combobox)
    }

    /// Writes the settled choice into the field, unless the officer is typing.
    pub fn settle(&self) -> Dom {
        let input = self.input()?;
        if input.get_attribute("aria-expanded").as_deref() != Some("true") {
            input.set_value((self.settled)().map_or("", |municipality| municipality.name));
        }
        Ok(())
    }

    fn look_up(&self) -> Dom {
        let typed = self.input()?.value();
        if typed.trim().is_empty() {
            self.close()?;
            (self.chosen)(None);
            return Ok(());
        }
        let found = search(&typed, usize::MAX);
        let total = found.len();
        let hits: Vec<Hit> = found.into_iter().take(MOST).collect();
        self.list_hits(&hits, total)?;
        announce(&match total {
            0 => format!("「{typed}」に当たる自治体はありません。"),
            _ => format!("候補{total}件。上下の矢印キーで選び、Enterキーで決めます。"),
        })?;
        // Nothing is marked before an arrow key: Enter takes what is beyond doubt and nothing else.
        *self.choices.borrow_mut() = Choices { hits, active: None };
        self.mark()
    }

    fn list_hits(&self, hits: &[Hit], total: usize) -> Dom {
        let list = self.list()?;
        clear(&list);
        for (index, hit) in hits.iter().enumerate() {
            let option = lay("town-option", &list)?;
            option.set_id(&self.option_id(index));
            option.set_attribute("data-index", &index.to_string())?;
            fill(&option, "name", hit.municipality.name)?;
            fill(&option, "place", &format!("{}{}", hit.municipality.prefecture, hit.municipality.district))?;
        }
        if total > hits.len() || hits.is_empty() {
            let note = lay("town-option-note", &list)?;
            note.set_text_content(Some(&match total {
                0 => "当たる自治体がありません。都道府県名や別の書き方でもお試しください。".to_owned(),
                _ => format!("ほか{}件。続けて入力すると絞り込まれます。", total - hits.len()),
            }));
        }
        reveal(&list, true)?;
        self.input()?.set_attribute("aria-expanded", "true")
    }

    fn key(&self, event: &KeyboardEvent) -> Dom {
        let (count, active) = {
            let choices = self.choices.borrow();
            (choices.hits.len(), choices.active)
        };
        match event.key().as_str() {
            // While a Japanese input method converts, its keys are its own.
            _ if event.is_composing() => Ok(()),
            "ArrowDown" | "ArrowUp" if count == 0 => self.look_up(),
            "ArrowDown" => self.move_to(event, active.map_or(0, |index| (index + 1) % count)),
            "ArrowUp" => self.move_to(event, active.map_or(count - 1, |index| (index + count - 1) % count)),
            "Enter" => {
                event.prevent_default();
                match active {
                    None if count > 0 => self.take_meant(),
                    active => self.choose(active),
                }
            }
            "Escape" => {
                // The first Escape closes the options, the next whatever they stand in.
                if count > 0 {
                    event.prevent_default();
                }
                self.close()?;
                self.settle()
            }
            _ => Ok(()),
        }
    }

    /// Takes the town that is meant beyond doubt, else asks.
    fn take_meant(&self) -> Dom {
        let typed = self.input()?.value();
        let Some(town) = meant(&typed) else {
            return announce(&format!(
                "「{typed}」に当たる自治体は1つに決まりません。上下の矢印キーで選んでください。"
            ));
        };
        self.close()?;
        (self.chosen)(Some(town));
        self.settle()
    }

    fn move_to(&self, event: &KeyboardEvent, index: usize) -> Dom {
        event.prevent_default();
        self.choices.borrow_mut().active = Some(index);
        self.mark()
    }

    /// Marks the active option for eyes and screen readers.
    fn mark(&self) -> Dom {
        let input = self.input()?;
        let choices = self.choices.borrow();
        if choices.active.is_none() {
            input.remove_attribute("aria-activedescendant")?;
        }
        for index in 0..choices.hits.len() {
            let option: Element = by_id(&self.option_id(index))?;
            let selected = choices.active == Some(index);
            flag(&option, "aria-selected", selected)?;
            if selected {
                input.set_attribute("aria-activedescendant", &option.id())?;
                option.scroll_into_view_with_bool(false);
            }
        }
        Ok(())
    }

    fn choose(&self, index: Option<usize>) -> Dom {
        let chosen = index.and_then(|index| self.choices.borrow().hits.get(index).map(|hit| hit.municipality));
        self.close()?;
        if chosen.is_some() {
            (self.chosen)(chosen);
        }
        self.settle()
    }

    /// Leaving the field keeps a choice that is beyond doubt and otherwise returns to the last one.
    fn leave(&self) -> Dom {
        let typed = self.input()?.value();
        let pending = !self.choices.borrow().hits.is_empty();
        self.close()?;
        if let (Some(only), true) = (meant(&typed), pending) {
            (self.chosen)(Some(only));
        }
        self.settle()
    }

    fn close(&self) -> Dom {
        *self.choices.borrow_mut() = Choices::default();
        let input = self.input()?;
        input.set_attribute("aria-expanded", "false")?;
        input.remove_attribute("aria-activedescendant")?;
        reveal(&self.list()?, false)
    }

    fn input(&self) -> Dom<HtmlInputElement> {
        by_id(&format!("{}-name", self.name))
    }

    fn list(&self) -> Dom<Element> {
        by_id(&format!("{}-options", self.name))
    }

    fn option_id(&self, index: usize) -> String {
        format!("{}-option-{index}", self.name)
    }
}

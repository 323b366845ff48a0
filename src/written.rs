//! How small types are written: a name for each variant of an enumeration, a text for a value.

/// An enumeration of which each variant has a Japanese name: that is its documentation, and `name` gives it.
///
/// `ALL` has the variants in their order, or in the one given behind (`shown as`); `by name` keeps them by their names.
macro_rules! named {
    ($(#[$about:meta])* pub enum $Type:ident { $($(#[$more:meta])* $Variant:ident = $name:literal,)+ }) => {
        $crate::written::named! {
            $(#[$about])* pub enum $Type { $($(#[$more])* $Variant = $name,)+ } shown as { $($Variant,)+ }
        }
    };
    ($(#[$about:meta])* pub enum $Type:ident by name { $($(#[$more:meta])* $Variant:ident = $name:literal,)+ }) => {
        $crate::written::named! {
            $(#[$about])* pub enum $Type { $($(#[$more])* #[serde(rename = $name)] $Variant = $name,)+ }
        }
    };
    (
        $(#[$about:meta])* pub enum $Type:ident { $($(#[$more:meta])* $Variant:ident = $name:literal,)+ }
        shown as { $($Shown:ident,)+ }
    ) => {
        $(#[$about])*
        pub enum $Type {
            $(#[doc = $name] $(#[$more])* $Variant,)+
        }

        impl $Type {
            /// All in their order.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$Shown),+];

            /// Japanese name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }
        }
    };
}

/// Lets serde keep a type as the text that `Display` writes and `FromStr` reads.
macro_rules! as_text {
    ($($Type:ty),+) => {$(
        impl serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

pub(crate) use {as_text, named};

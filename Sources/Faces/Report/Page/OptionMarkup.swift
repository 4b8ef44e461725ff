/// Words for a page in which the options of the command hold together: a phone would break them at their hyphens.
enum OptionMarkup {
    /// `text`, escaped, with every option such as `--json` in an element that does not break.
    static func text(_ text: String) -> String {
        SVG.escaped(text).replacing(/--[a-z]+(-[a-z]+)*/) { "<span class=\"option\">\($0.output.0)</span>" }
    }
}

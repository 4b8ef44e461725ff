public import Domain
public import Intake

extension ColumnRole {
    /// What the column means, in the reader's language.
    public func name(in language: Language) -> String { ColumnTexts.name(self)[language] }
}

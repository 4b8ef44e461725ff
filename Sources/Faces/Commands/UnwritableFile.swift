import Domain

/// A result that cannot be written where it was asked for.
struct UnwritableFile: Error, Equatable {
    /// nil: standard output.
    let path: String?

    func message(in language: Language) -> String {
        guard let path else {
            return Phrase(
                en: "Standard output cannot be written. Is the disk full?",
                pl: "Nie można pisać na standardowe wyjście. Czy dysk jest pełny?",
                ru: "Не удалось записать в стандартный вывод. Не заполнен ли диск?")[language]
        }
        return Phrase(
            en: "\(path) cannot be written. Check the folder, your rights and the space left.",
            pl: "Nie można zapisać pliku \(path). Sprawdź folder, uprawnienia i wolne miejsce.",
            ru: "Не удалось записать \(path). Проверьте папку, права и свободное место.")[language]
    }
}

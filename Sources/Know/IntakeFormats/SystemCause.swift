import Domain
import Glibc

/// Why the system refused to read or write, by its `errno`.
struct SystemCause {
    let code: Int32

    init(_ code: Int32) { self.code = code }

    /// A clause without a full stop; the codes that people meet have words, the others their number.
    var wording: Phrase {
        switch code {
        case ENOENT, ENOTDIR:
            Phrase(en: "there is no such folder", pl: "nie ma takiego folderu", ru: "такой папки нет")
        case EACCES, EPERM, EROFS:
            Phrase(en: "no permission", pl: "brak uprawnień", ru: "нет прав")
        case EIO:
            Phrase(
                en: "the disk or the network drive reports an error",
                pl: "dysk lub dysk sieciowy zgłasza błąd",
                ru: "диск или сетевой диск сообщает об ошибке")
        case ENOSPC, EDQUOT, EFBIG:
            Phrase(en: "the disk is full", pl: "dysk jest pełny", ru: "диск заполнен")
        case EMFILE, ENFILE:
            Phrase(
                en: "too many files are open", pl: "otwarto zbyt wiele plików",
                ru: "открыто слишком много файлов")
        case ENOMEM:
            Phrase(en: "there is no memory left", pl: "brak pamięci", ru: "не хватает памяти")
        case ENAMETOOLONG:
            Phrase(en: "the path is too long", pl: "ścieżka jest za długa", ru: "путь слишком длинный")
        case ELOOP:
            Phrase(
                en: "its links point in a circle", pl: "jego dowiązania tworzą pętlę",
                ru: "его ссылки замкнуты в круг")
        case ESTALE, ETIMEDOUT, EHOSTDOWN, ENETDOWN:
            Phrase(
                en: "the network drive has gone", pl: "dysk sieciowy jest niedostępny",
                ru: "сетевой диск недоступен")
        default:
            Phrase(
                en: "system error \(code)", pl: "błąd systemu \(code)", ru: "системная ошибка \(code)")
        }
    }
}

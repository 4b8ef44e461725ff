import Glibc

/// Why the system refused to read or write, by its `errno`.
struct SystemCause {
    let code: Int32

    init(_ code: Int32) { self.code = code }

    /// A clause without a full stop; the codes that people meet have words, the others their number.
    var wording: Wording {
        switch code {
        case ENOENT, ENOTDIR:
            Wording(english: "there is no such folder", polish: "nie ma takiego folderu", russian: "такой папки нет")
        case EACCES, EPERM, EROFS:
            Wording(english: "no permission", polish: "brak uprawnień", russian: "нет прав")
        case EIO:
            Wording(
                english: "the disk or the network drive reports an error",
                polish: "dysk lub dysk sieciowy zgłasza błąd",
                russian: "диск или сетевой диск сообщает об ошибке")
        case ENOSPC, EDQUOT, EFBIG:
            Wording(english: "the disk is full", polish: "dysk jest pełny", russian: "диск заполнен")
        case EMFILE, ENFILE:
            Wording(
                english: "too many files are open", polish: "otwarto zbyt wiele plików",
                russian: "открыто слишком много файлов")
        case ENOMEM:
            Wording(english: "there is no memory left", polish: "brak pamięci", russian: "не хватает памяти")
        case ENAMETOOLONG:
            Wording(english: "the path is too long", polish: "ścieżka jest za długa", russian: "путь слишком длинный")
        case ELOOP:
            Wording(
                english: "its links point in a circle", polish: "jego dowiązania tworzą pętlę",
                russian: "его ссылки замкнуты в круг")
        case ESTALE, ETIMEDOUT, EHOSTDOWN, ENETDOWN:
            Wording(
                english: "the network drive has gone", polish: "dysk sieciowy jest niedostępny",
                russian: "сетевой диск недоступен")
        default:
            Wording(
                english: "system error \(code)", polish: "błąd systemu \(code)", russian: "системная ошибка \(code)")
        }
    }
}

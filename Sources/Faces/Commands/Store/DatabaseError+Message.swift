import Customers
import Database
import Domain
import Foundation

extension DatabaseError {
    /// What happened and what to do. What the engine said is in its own language, English.
    func message(in language: Language) -> String { phrase[language] + " (" + message + ")" }

    private var phrase: Phrase {
        switch reason {
        case .busy:
            Phrase(
                en: "The database is in use; try again in a moment.", pl: "Baza danych jest zajęta; spróbuj za chwilę.",
                ru: "База данных занята; попробуйте чуть позже.")
        case .timeout:
            Phrase(
                en: "The database took too long.", pl: "Baza danych odpowiadała zbyt długo.",
                ru: "База данных отвечала слишком долго.")
        case .diskFull:
            Phrase(
                en: "The disk of the database is full. Make room and give the command again: nothing is lost.",
                pl: "Dysk bazy danych jest pełny. Zrób miejsce i wydaj polecenie ponownie: nic nie zginęło.",
                ru: "Диск базы данных заполнен. Освободите место и повторите команду: ничего не потеряно.")
        case .readOnly:
            Phrase(
                en: "The database cannot be written to: its file or folder is read-only.",
                pl: "Nie można zapisać do bazy danych: plik lub folder jest tylko do odczytu.",
                ru: "В базу данных нельзя записать: файл или папка только для чтения.")
        case .damaged:
            Phrase(
                en: "The file is no database of Perennial, or it is damaged. Restore a backup.",
                pl: "Plik nie jest bazą danych Perennial albo jest uszkodzony. Przywróć kopię zapasową.",
                ru: "Файл не является базой данных Perennial или повреждён. Восстановите резервную копию.")
        case .cannotOpen:
            Phrase(
                en: "The database cannot be opened.", pl: "Nie można otworzyć bazy danych.",
                ru: "Не удаётся открыть базу данных.")
        case .connectionLost:
            Phrase(
                en: "The connection to the database was lost. Give the command again: nothing is lost.",
                pl: "Połączenie z bazą danych zostało przerwane. Wydaj polecenie ponownie: nic nie zginęło.",
                ru: "Соединение с базой данных прервано. Повторите команду: ничего не потеряно.")
        case .commitUnknown:
            Phrase(
                en: "The connection to the database was lost while it was writing. Give the command again.",
                pl: "Połączenie z bazą danych zostało przerwane podczas zapisu. Wydaj polecenie ponownie.",
                ru: "Соединение с базой данных прервано во время записи. Повторите команду.")
        case .newerSchema:
            Phrase(
                en: "The database was made by a newer version of Perennial. Use that version or a later one.",
                pl: "Bazę danych utworzyła nowsza wersja Perennial. Użyj tej wersji lub późniejszej.",
                ru: "База данных создана более новой версией Perennial. Используйте её или более позднюю.")
        case .notUnique, .foreignKey, .notNull, .check, .closed, .unexpectedValue, .refused:
            Phrase(
                en: "The database refused.", pl: "Baza danych odmówiła.", ru: "База данных отказала.")
        }
    }
}

extension ImportRefusal {
    var phrase: Phrase {
        switch self {
        case .running:
            Phrase(
                en:
                    "Another import is going on. Give the command again when it has ended; one that was broken off is given up after ten seconds.",
                pl:
                    "Trwa inny import. Wydaj polecenie ponownie, gdy się skończy; przerwany import wygasa po dziesięciu sekundach.",
                ru:
                    "Идёт другой импорт. Повторите команду, когда он закончится; прерванный снимается через десять секунд."
            )
        case .currency(let own, let business):
            Phrase(
                en:
                    "The files are in \(own), the database is in \(business). Give --currency \(business) if the amounts are, or --base-currency \(business) with --rates.",
                pl:
                    "Pliki są w \(own), a baza danych w \(business). Podaj --currency \(business), jeśli to ta waluta, albo --base-currency \(business) z --rates.",
                ru:
                    "Файлы в \(own), а база данных в \(business). Укажите --currency \(business), если суммы в ней, или --base-currency \(business) с --rates."
            )
        }
    }
}

import Domain

extension FileReadFailure {
    /// - Parameter variable: That of the environment which names the file; nil where another place does.
    func message(path: String, variable: String?) -> Phrase {
        let place = variable.map { "\(path) (\($0))" } ?? path
        switch self {
        case .noPath:
            let name = variable ?? "--config"
            return Phrase(
                en: "\(name) needs the path of a file, and what was given is empty.",
                pl: "\(name) wymaga ścieżki pliku, a podano pusty tekst.",
                ru: "Для \(name) нужен путь к файлу, а указана пустая строка.")
        case .missing:
            return Phrase(
                en: "\(place): there is no such file. Check the path.",
                pl: "\(place): nie ma takiego pliku. Sprawdź ścieżkę.",
                ru: "\(place): такого файла нет. Проверьте путь.")
        case .noPermission:
            return Phrase(
                en: "\(place): you may not read this file. Check its rights and those of its folder.",
                pl: "\(place): brak prawa do odczytu pliku. Sprawdź uprawnienia pliku i jego folderu.",
                ru: "\(place): нет прав на чтение файла. Проверьте права на файл и его папку.")
        case .folder:
            return Phrase(
                en: "\(place): this is a folder, not a file.", pl: "\(place): to folder, a nie plik.",
                ru: "\(place): это папка, а не файл.")
        case .tooLarge:
            return Phrase(
                en: "\(place): the file has more than 1 MB. Is it the right one?",
                pl: "\(place): plik ma ponad 1 MB. Czy to na pewno ten?",
                ru: "\(place): файл больше 1 МБ. Тот ли это файл?")
        case .notUTF8:
            return Phrase(
                en: "\(place): the file is not text in UTF-8.", pl: "\(place): plik nie jest tekstem w UTF-8.",
                ru: "\(place): файл не является текстом в UTF-8.")
        case .other:
            return Phrase(
                en: "\(place): the file cannot be read.", pl: "\(place): nie można odczytać pliku.",
                ru: "\(place): не удалось прочитать файл.")
        }
    }
}

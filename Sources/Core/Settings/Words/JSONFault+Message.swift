import Domain

extension JSONFault {
    func message(path: String) -> Phrase {
        switch self {
        case .empty:
            return Phrase(
                en: "\(path): the file is empty. Write {} where nothing is to be set.",
                pl: "\(path): plik jest pusty. Wpisz {}, jeśli nic nie ma być ustawione.",
                ru: "\(path): файл пуст. Напишите {}, если ничего не нужно задавать.")
        case .notUTF8:
            return FileReadFailure.notUTF8.message(path: path, variable: nil)
        case .notObject:
            return Phrase(
                en: "\(path): the file is no JSON object. Write settings such as {\"http.port\": 8080}.",
                pl: "\(path): plik nie jest obiektem JSON. Zapisz ustawienia na przykład tak: {\"http.port\": 8080}.",
                ru: "\(path): файл не является объектом JSON. Запишите настройки, например так: {\"http.port\": 8080}.")
        case .unexpected(let character?, let line):
            return Phrase(
                en: "\(path), line \(line): “\(character)” may not stand here in JSON.",
                pl: "\(path), wiersz \(line): w JSON nie może tu stać „\(character)”.",
                ru: "\(path), строка \(line): в JSON здесь не может стоять «\(character)».")
        case .unexpected(nil, let line):
            return Phrase(
                en: "\(path), line \(line): this is no JSON. Are quotation marks missing?",
                pl: "\(path), wiersz \(line): to nie jest JSON. Czy brakuje cudzysłowów?",
                ru: "\(path), строка \(line): это не JSON. Возможно, не хватает кавычек?")
        case .unfinished(let line):
            return Phrase(
                en: "\(path), line \(line): the file ends before everything is closed.",
                pl: "\(path), wiersz \(line): plik kończy się, zanim wszystko zamknięto.",
                ru: "\(path), строка \(line): файл кончается раньше, чем всё закрыто.")
        case .tooDeep(let line):
            return Phrase(
                en: "\(path), line \(line): too many objects in each other.",
                pl: "\(path), wiersz \(line): zbyt wiele obiektów jeden w drugim.",
                ru: "\(path), строка \(line): слишком много вложенных объектов.")
        }
    }
}

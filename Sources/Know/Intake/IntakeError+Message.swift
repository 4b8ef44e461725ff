public import Domain

extension IntakeError {
    /// What happened and what to do next, for the person at the screen.
    public func message(in language: Language) -> String {
        switch self {
        case .emptyFile, .noRows, .recordTooLong, .amountsTooLarge, .unknownFilterColumn: fileMessage(in: language)
        case .ambiguousDates, .contradictoryDates, .datesWithPoints: dateMessage(in: language)
        case .ambiguousAmounts, .contradictoryAmounts, .unclearTotals: amountMessage(in: language)
        case .severalCurrencies, .missingRates, .contradictoryCurrencies: currencyMessage(in: language)
        }
    }

    private func fileMessage(in language: Language) -> String {
        switch (self, language) {
        case (.emptyFile, .english): "The file is empty."
        case (.emptyFile, .polish): "Plik jest pusty."
        case (.emptyFile, .russian): "Файл пуст."
        case (.noRows, .english): "There is a header and no row below it."
        case (.noRows, .polish): "Jest nagłówek, a pod nim nie ma żadnego wiersza."
        case (.noRows, .russian): "Есть заголовок, а под ним нет ни одной строки."
        case (.recordTooLong(let bytes), .english):
            "One line is longer than \(bytes / 1_048_576) MiB. Is this a table of orders?"
        case (.recordTooLong(let bytes), .polish):
            "Jeden z wierszy jest dłuższy niż \(bytes / 1_048_576) MiB. Czy to na pewno tabela zamówień?"
        case (.recordTooLong(let bytes), .russian):
            "Одна из строк длиннее \(bytes / 1_048_576) МиБ. Это точно таблица заказов?"
        case (.amountsTooLarge, .english): "The amounts together are too large to be added up exactly."
        case (.amountsTooLarge, .polish): "Suma kwot jest zbyt duża, by dało się ją dokładnie policzyć."
        case (.amountsTooLarge, .russian): "Сумма слишком велика, чтобы её можно было точно посчитать."
        case (.unknownFilterColumn(let name, let present), .english):
            "--where: the file has no column “\(name)”. It has: \(present.joined(separator: ", "))."
        case (.unknownFilterColumn(let name, let present), .polish):
            "--where: w pliku nie ma kolumny „\(name)”. Są: \(present.joined(separator: ", "))."
        case (.unknownFilterColumn(let name, let present), .russian):
            "--where: в файле нет столбца «\(name)». Есть: \(present.joined(separator: ", "))."
        default: ""
        }
    }

    private func dateMessage(in language: Language) -> String {
        switch (self, language) {
        case (.ambiguousDates(let column, let example), .english):
            """
            The dates in “\(column)” (such as \(example)) can be read day first or month first, and no row decides. \
            Say which: --date-format dmy or --date-format mdy.
            """
        case (.ambiguousDates(let column, let example), .polish):
            """
            Daty w kolumnie „\(column)” (np. \(example)) mogą zaczynać się od dnia albo od miesiąca i żaden wiersz \
            tego nie rozstrzyga. Wybierz: --date-format dmy albo --date-format mdy.
            """
        case (.ambiguousDates(let column, let example), .russian):
            """
            Даты в столбце «\(column)» (например, \(example)) могут начинаться с дня или с месяца, и ни одна строка \
            этого не решает. Укажите: --date-format dmy или --date-format mdy.
            """
        case (.datesWithPoints(let column, let example, let dates), .english):
            """
            The dates in “\(column)” have the month first, but some have points (\(dates), such as \(example)), as is usual \
            where the day comes first. Mend them, or leave them out: --date-format mdy (they are then rejected).
            """
        case (.datesWithPoints(let column, let example, let dates), .polish):
            """
            Daty w kolumnie „\(column)” zaczynają się od miesiąca, ale niektóre mają kropki (\(dates), np. \(example)), jak \
            tam, gdzie pierwszy jest dzień. Popraw je albo pomiń: --date-format mdy (zostaną odrzucone).
            """
        case (.datesWithPoints(let column, let example, let dates), .russian):
            """
            Даты в столбце «\(column)» начинаются с месяца, но некоторые записаны с точками (\(dates), например \
            \(example)), как там, где первым идёт день. Исправьте их или пропустите: --date-format mdy (они будут отклонены).
            """
        case (.contradictoryDates(let column, let dayFirst, let monthFirst), .english):
            """
            In “\(column)” \(dayFirst) dates can only be day first and \(monthFirst) only month first. Mend the file, \
            or say which counts (--date-format dmy or mdy): the others are then rejected.
            """
        case (.contradictoryDates(let column, let dayFirst, let monthFirst), .polish):
            """
            W kolumnie „\(column)” dat zaczynających się wyłącznie od dnia jest \(dayFirst), a wyłącznie od miesiąca \
            \(monthFirst). Popraw plik albo wskaż właściwy zapis (--date-format dmy lub mdy): pozostałe zostaną odrzucone.
            """
        case (.contradictoryDates(let column, let dayFirst, let monthFirst), .russian):
            """
            В столбце «\(column)» дат, где первым может быть только день, — \(dayFirst), а где только месяц — \
            \(monthFirst). Исправьте файл или укажите нужный порядок (--date-format dmy или mdy): остальные строки \
            будут отклонены.
            """
        default: ""
        }
    }

    private func amountMessage(in language: Language) -> String {
        switch (self, language) {
        case (.ambiguousAmounts(let column, let example), .english):
            """
            The amounts in “\(column)” (such as \(example)) can have a decimal point or a decimal comma, and no row \
            decides. Say which: --decimal point or --decimal comma.
            """
        case (.ambiguousAmounts(let column, let example), .polish):
            """
            W kolumnie „\(column)” (np. \(example)) znak może oddzielać tysiące albo grosze i żaden wiersz tego nie \
            rozstrzyga. Wybierz: --decimal point (kropka) albo --decimal comma (przecinek).
            """
        case (.ambiguousAmounts(let column, let example), .russian):
            """
            В столбце «\(column)» (например, \(example)) знак может отделять тысячи или копейки, и ни одна строка \
            этого не решает. Укажите: --decimal point (точка) или --decimal comma (запятая).
            """
        case (.contradictoryAmounts(let column, let comma, let point), .english):
            """
            In “\(column)” \(comma) amounts need a decimal comma and \(point) a decimal point. Mend the file, or say \
            which counts (--decimal comma or point): the others are then rejected.
            """
        case (.contradictoryAmounts(let column, let comma, let point), .polish):
            """
            W kolumnie „\(column)” kwot z przecinkiem dziesiętnym jest \(comma), a z kropką \(point). Popraw plik albo \
            wskaż właściwy zapis (--decimal comma lub point): pozostałe zostaną odrzucone.
            """
        case (.contradictoryAmounts(let column, let comma, let point), .russian):
            """
            В столбце «\(column)» сумм с десятичной запятой — \(comma), а с точкой — \(point). Исправьте файл или \
            укажите нужный знак (--decimal comma или point): остальные строки будут отклонены.
            """
        case (.unclearTotals(let column, let repeated, let different), .english):
            """
            “\(column)” is the same on all lines of \(repeated) orders and differs on those of \(different). Say what it \
            is: --amount-per order (a total, counted once) or --amount-per line (added up).
            """
        case (.unclearTotals(let column, let repeated, let different), .polish):
            """
            Kolumna „\(column)” ma tę samą wartość we wszystkich wierszach zamówienia (tak jest w \(repeated)) albo \
            różne (w \(different)). Powiedz, czym jest: --amount-per order (suma zamówienia, liczona raz) albo \
            --amount-per line (kwota pozycji, dodawana).
            """
        case (.unclearTotals(let column, let repeated, let different), .russian):
            """
            Столбец «\(column)» одинаков во всех строках заказа (таких заказов \(repeated)) или различается \
            (\(different)). Укажите, что это: --amount-per order (сумма заказа, считается один раз) или \
            --amount-per line (сумма позиции, складывается).
            """
        default: ""
        }
    }

    private func currencyMessage(in language: Language) -> String {
        switch (self, language) {
        case (.severalCurrencies(let rows, let haveColumn), _):
            Self.severalCurrencies(rows, haveColumn, language)
        case (.contradictoryCurrencies(let column, let named, let written, let rows), .english):
            """
            In most rows “\(column)” says \(named) and the amount itself \(written) (rows: \(rows)). Mend the file, or \
            take the currency from the amounts: --column currency= (no column is the currency).
            """
        case (.contradictoryCurrencies(let column, let named, let written, let rows), .polish):
            """
            W większości wierszy kolumna „\(column)” podaje \(named), a sama kwota \(written) (wiersze: \(rows)). Popraw \
            plik albo weź walutę z kwot: --column currency= (żadna kolumna nie jest walutą).
            """
        case (.contradictoryCurrencies(let column, let named, let written, let rows), .russian):
            """
            В большинстве строк в столбце «\(column)» стоит \(named), а в самой сумме — \(written) (строк: \(rows)). \
            Исправьте файл или возьмите валюту из сумм: --column currency= (ни один столбец не задаёт валюту).
            """
        case (.missingRates(let from, let to), .english):
            "There is money in \(from), and the base currency is \(to). Give the rates: --rates FILE (day, currency, rate)."
        case (.missingRates(let from, let to), .polish):
            "Są kwoty w \(from), a walutą bazową jest \(to). Podaj kursy: --rates PLIK (dzień, waluta, kurs)."
        case (.missingRates(let from, let to), .russian):
            "Есть суммы в \(from), а базовая валюта — \(to). Укажите курсы: --rates ФАЙЛ (день, валюта, курс)."
        default: ""
        }
    }

    private static func severalCurrencies(_ rows: [String: Int], _ haveColumn: Bool, _ language: Language) -> String {
        let list = rows.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key): \($0.value)" }
            .joined(separator: ", ")
        let most = rows.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "EUR"
        let look = haveColumn ? "--where currency=\(most)" : nil
        return switch language {
        case .english:
            """
            There are several currencies (rows of each: \(list)). Bring them together with --base-currency \(most) \
            --rates FILE (day, currency, rate)\(look.map { ", or look at one: \($0)" } ?? "").
            """
        case .polish:
            """
            W pliku jest kilka walut (wiersze: \(list)). Połącz je: --base-currency \(most) --rates PLIK (dzień, waluta, \
            kurs)\(look.map { ", albo zobacz jedną: \($0)" } ?? "").
            """
        case .russian:
            """
            В файле несколько валют (строк: \(list)). Сведите их к одной: --base-currency \(most) --rates ФАЙЛ (день, \
            валюта, курс)\(look.map { ", или посмотрите одну: \($0)" } ?? "").
            """
        }
    }
}

import ArgumentParser
import Domain
import Foundation
import Intake
import IntakeFormats
import Report
import Subscriptions

/// `perennial subscriptions`: a file of subscriptions in, revenue retention and survival out.
struct SubscriptionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscriptions",
        abstract: said(
            en: "Tells from a file of subscriptions how revenue and customers stay, and what a customer is worth.",
            pl: "Mówi na podstawie pliku subskrypcji, ile przychodu i klientów zostaje oraz ile wart jest klient.",
            ru: "По файлу подписок говорит, как удерживаются выручка и клиенты и сколько стоит клиент."),
        discussion: said(
            en: """
                One row a subscription: customer, plan, start, end (blank while it
                lasts), amount per period, reason of leaving.

                Examples:
                  perennial subscriptions subscriptions.csv
                  perennial subscriptions export.xlsx --column started=Activated --lang en
                  perennial subscriptions members.csv --period year --margin 70% --json
                """,
            pl: """
                Jeden wiersz to jedna subskrypcja: klient, plan, początek, koniec (pusty,
                dopóki trwa), kwota za okres, powód odejścia.

                Przykłady:
                  perennial subscriptions subskrypcje.csv
                  perennial subscriptions eksport.xlsx --column started=Aktywacja --lang pl
                  perennial subscriptions czlonkowie.csv --period year --margin 70% --json
                """,
            ru: """
                Одна строка — одна подписка: клиент, тариф, начало, окончание (пусто,
                пока длится), сумма за период, причина ухода.

                Примеры:
                  perennial subscriptions podpiski.csv
                  perennial subscriptions vygruzka.xlsx --column started=Активация --lang ru
                  perennial subscriptions chleny.csv --period year --margin 70% --json
                """))

    @Argument(
        help: ArgumentHelp(
            said(
                en: "The file of subscriptions: CSV, TSV or XLSX, plain or gzip; - is standard input.",
                pl: "Plik subskrypcji: CSV, TSV lub XLSX, także gzip; - to standardowe wejście.",
                ru: "Файл подписок: CSV, TSV или XLSX, также gzip; - это стандартный ввод."),
            valueName: said(en: "file", pl: "plik", ru: "файл")))
    var file: String

    @OptionGroup(title: said(en: "What comes out", pl: "Wyniki", ru: "Результаты"))
    var output: SubscriptionOutputOptions

    @OptionGroup(title: said(en: "What is looked at", pl: "Zakres", ru: "Что рассматривается"))
    var scope: SubscriptionScopeOptions

    @OptionGroup(title: said(en: "How the file is read", pl: "Odczyt pliku", ru: "Чтение файла"))
    var reading: SubscriptionReadingOptions

    func validate() throws {
        try scope.check()
        try reading.check()
        try output.files.check(against: [file, reading.formats.rates].compactMap { $0 }, mapping: nil)
    }

    func run() throws {
        try SubscriptionsRun(file: file, output: output, scope: scope, reading: reading).run()
    }
}

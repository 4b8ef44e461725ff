extension ColumnPhrases {
    /// Polish: Shoper, IdoSell, BaseLinker, Allegro, Sky-Shop, PrestaShop, WooCommerce, Subiekt and Comarch documents.
    static let polish: [Entry] = [
        (
            .order, 100,
            """
            numer zamówienia, nr zamówienia, zamówienie nr, nr zam, numer zam, zamówienie numer, sygnatura zamówienia,
            kod zamówienia, numer zlecenia, referencja, indeks zamówienia, oznaczenie zamówienia,
            numer seryjny zamówienia
            """
        ),
        (.order, 92, "id zamówienia, identyfikator zamówienia, zamówienie id, numer seryjny, id zam, id zlecenia"),
        (.order, 88, "zamówienie, zamówienia"),
        (
            .order, 85,
            """
            numer faktury, nr faktury, faktura, numer dokumentu, nr dokumentu, dokument, symbol dokumentu,
            numer paragonu, nr paragonu, paragon, numer rachunku, numer zamówienia w sklepie
            """
        ),
        (
            .order, 75,
            """
            numer transakcji, id transakcji, nr transakcji, transakcja, identyfikator transakcji, id zakupu,
            id sprzedaży
            """
        ),
        (.order, 60, "numer, nr, id"),
        (
            .customer, 100,
            """
            nr klienta, numer klienta, id klienta, kod klienta, identyfikator klienta, id kupującego, id użytkownika,
            nr kontrahenta, kod kontrahenta, id kontrahenta, klient id, id nabywcy, kupujący id,
            identyfikator kupującego, numer kontrahenta, symbol kontrahenta, akronim kontrahenta, klient nr,
            klient numer, klient kod
            """
        ),
        (.customer, 92, "klient, kupujący, kontrahent, nabywca, zamawiający, konto klienta"),
        (
            .customer, 85,
            """
            login klienta, klient login, login kupującego, login allegro, kupujący login, login użytkownika,
            nick kupującego
            """
        ),
        (.customer, 75, "login, użytkownik, nazwa użytkownika, nick, numer karty, karta lojalnościowa, nr karty"),
        (
            .customer, 60,
            """
            imię i nazwisko, nazwa klienta, klient nazwa, imię i nazwisko klienta, nazwa kontrahenta, dane kupującego,
            odbiorca, dane klienta, imię i nazwisko kupującego, nazwisko i imię, nabywca nazwa,
            klient imię i nazwisko, kupujący imię i nazwisko
            """
        ),
        (
            .email, 100,
            """
            adres email, email klienta, email kupującego, klient email, kupujący email, adres email klienta,
            poczta elektroniczna, email zamawiającego, email nabywcy, adres poczty elektronicznej, email kontaktowy,
            adres email kupującego
            """
        ),
        (.email, 92, "mail, mail klienta, adres mailowy, adres mail"),
        (.email, 75, "email odbiorcy, email dostawy"),
        (
            .phone, 100,
            """
            telefon, numer telefonu, nr telefonu, nr tel, telefon klienta, telefon kontaktowy, telefon komórkowy,
            komórka, telefon kupującego, klient telefon, telefon zamawiającego, kupujący telefon,
            numer telefonu kupującego, telefon nabywcy
            """
        ),
        (.phone, 75, "telefon odbiorcy, telefon dostawy, telefon do dostawy"),
        (
            .date, 100,
            """
            data zamówienia, data złożenia, data złożenia zamówienia, data utworzenia zamówienia, data zakupu,
            data i godzina zamówienia, data sprzedaży, złożono, data transakcji, zamówienie z dnia,
            data dodania zamówienia, czas złożenia zamówienia, data zam, zamówiono, data i czas zamówienia,
            data złożenia zam, czas zamówienia, data i godzina złożenia, dzień zamówienia
            """
        ),
        (
            .date, 92,
            """
            data utworzenia, data dodania, utworzono, data wystawienia, data dokumentu, data faktury, data przyjęcia,
            utworzone, data rejestracji zamówienia, data wprowadzenia, data wpłynięcia, dodano
            """
        ),
        (.date, 85, "data, dzień, data i godzina, data i czas, data godzina, data czas"),
        (.date, 70, "data płatności, data opłacenia, data wpłaty, data zapłaty, data zaksięgowania, data realizacji"),
        (.time, 100, "godzina zamówienia, godzina złożenia, godzina zakupu"),
        (.time, 92, "godzina, czas"),
        (
            .status, 100,
            """
            status zamówienia, stan zamówienia, nazwa statusu, status zam, zamówienie status, aktualny status,
            bieżący status
            """
        ),
        (.status, 75, "stan, etap, status dokumentu, status realizacji, status transakcji"),
        (.status, 70, "status płatności"),
        (
            .paymentStatus, 100,
            """
            status płatności, stan płatności, opłacone, czy opłacone, opłacono, czy zapłacone, płatność status,
            zapłacone
            """
        ),
        (
            .fulfilmentStatus, 100,
            """
            status wysyłki, status przesyłki, status dostawy, status realizacji, stan realizacji, status paczki,
            status zwrotu
            """
        ),
        (.cancelled, 100, "data anulowania, anulowano, anulowane, czy anulowane, anulowany"),
        (
            .type, 90,
            """
            typ dokumentu, rodzaj dokumentu, typ transakcji, rodzaj transakcji, typ operacji, rodzaj operacji,
            typ zamówienia, rodzaj zamówienia, typ sprzedaży, rodzaj sprzedaży, typ faktury, rodzaj faktury,
            typ wpisu, rodzaj wpisu, typ zdarzenia, typ paragonu, rodzaj paragonu
            """
        ),
        (.type, 70, "typ, rodzaj, operacja"),
        (
            .refundOf, 100,
            """
            zwrot do zamówienia, korekta do, dokument korygowany, numer faktury korygowanej, zamówienie pierwotne,
            dotyczy zamówienia, korekta do dokumentu, numer dokumentu korygowanego, zwrot zamówienia,
            zamówienie źródłowe
            """
        ),
        (
            .amount, 94,
            """
            do zapłaty, razem do zapłaty, kwota do zapłaty, suma do zapłaty
            """
        ),
        (
            .amount, 100,
            """
            wartość zamówienia brutto, wartość zamówienia, kwota zamówienia, suma zamówienia, kwota całkowita,
            wartość całkowita, suma brutto, razem brutto, total brutto, wartość faktury brutto,
            wartość zamówienia z dostawą, cena zamówienia, kwota zamówienia brutto, suma zamówienia brutto,
            łączna wartość zamówienia, łączna kwota zamówienia, wartość brutto zamówienia,
            całkowita wartość zamówienia, wartość dokumentu brutto, zamówienie brutto, łączna kwota brutto,
            łączna wartość brutto, kwota transakcji, wartość transakcji
            """
        ),
        (
            .amount, 92,
            """
            suma, razem, łącznie, kwota łączna, ogółem, łączna kwota, łączna wartość, kwota brutto, wartość brutto,
            cena całkowita, wartość łączna, suma całkowita, wartość sprzedaży brutto, sprzedaż brutto, wartość zakupów
            """
        ),
        (
            .amount, 85,
            """
            kwota, wartość, przychód, sprzedaż, obrót, brutto, wartość sprzedaży, cena łączna, wartość zakupu brutto,
            kwota sprzedaży
            """
        ),
        (.amount, 70, "zapłacono, wpłata, wpłacono, kwota zapłacona, kwota wpłaty, kwota płatności, opłacono"),
        (
            .amountNet, 100,
            """
            wartość netto, kwota netto, suma netto, razem netto, wartość zamówienia netto, łączna kwota netto,
            total netto, zamówienie netto, kwota zamówienia netto, wartość faktury netto, suma zamówienia netto,
            łączna wartość netto, sprzedaż netto, wartość dokumentu netto, wartość sprzedaży netto,
            wartość netto zamówienia
            """
        ),
        (.amountNet, 85, "netto"),
        (
            .amountWithoutShipping, 100,
            """
            wartość produktów, wartość towarów, suma produktów, wartość produktów brutto, kwota za produkty,
            wartość koszyka, wartość zamówienia bez dostawy, suma bez dostawy, wartość towaru, wartość bez wysyłki,
            wartość zamówienia bez wysyłki, suma za produkty, wartość towarów brutto, kwota bez dostawy,
            suma częściowa, kwota produktów
            """
        ),
        (
            .tax, 100,
            """
            podatek, kwota vat, podatek vat, wartość vat, kwota podatku, suma vat, wartość podatku, podatki,
            suma podatku
            """
        ),
        (
            .shipping, 100,
            """
            koszt dostawy, koszt wysyłki, cena dostawy, koszty dostawy, koszty wysyłki, koszt przesyłki, cena wysyłki,
            opłata za dostawę, koszt dostawy brutto, wartość dostawy, koszt transportu, kwota dostawy,
            koszt wysyłki brutto, koszty przesyłki, cena przesyłki, dostawa koszt, dostawa brutto, opłata za przesyłkę
            """
        ),
        (.shipping, 85, "dostawa, wysyłka, przesyłka"),
        (
            .discount, 100,
            """
            rabat, kwota rabatu, wartość rabatu, zniżka, suma rabatów, upust, rabat kwotowy, kwota zniżki,
            wartość zniżki, rabaty, suma zniżek
            """
        ),
        (.discount, 75, "rabat procent, rabat percent, rabat pozycji, rabat na produkt"),
        (.currency, 100, "waluta, waluta zamówienia, kod waluty, symbol waluty, waluta płatności"),
        (
            .refundedAmount, 100,
            """
            kwota zwrotu, zwrócono, kwota zwrócona, wartość zwrotu, suma zwrotów, zwrócona kwota, kwota zwrotów
            """
        ),
        (.refundedAmount, 85, "zwroty, zwrot"),
        (
            .lineAmount, 100,
            """
            wartość pozycji, wartość pozycji brutto, kwota pozycji, suma pozycji, wartość linii,
            wartość brutto pozycji, łączna cena produktu, wartość produktu brutto, wartość produktu, pozycja wartość,
            cena łączna produktu, wartość pozycji zamówienia
            """
        ),
        (.lineAmountNet, 100, "wartość pozycji netto, wartość netto pozycji, wartość produktu netto"),
        (
            .quantity, 100,
            """
            ilość, liczba sztuk, ilość sztuk, ilość produktu, ilość szt, produkt ilość, liczba szt, zamówiona ilość,
            ilość zamówiona
            """
        ),
        (.quantity, 92, "sztuk, szt, liczba, sztuki"),
        (.quantity, 75, "liczba produktów, ilość produktów, ilość towarów, liczba towarów"),
        (
            .unitPrice, 100,
            """
            cena jednostkowa, cena jednostkowa brutto, cena produktu, cena szt, cena za sztukę, cena produktu brutto,
            cena jedn, cena za szt, cena brutto, cena sprzedaży brutto, cena towaru, cena jedn brutto, produkt cena,
            cena 1 szt, cena przedmiotu, cena oferty
            """
        ),
        (.unitPrice, 92, "cena, cena sprzedaży, cena po rabacie"),
        (
            .unitPriceNet, 100,
            """
            cena netto, cena jednostkowa netto, cena produktu netto, cena sprzedaży netto, cena jedn netto
            """
        ),
        (
            .product, 100,
            """
            kod produktu, kod towaru, symbol produktu, id produktu, nr katalogowy, numer katalogowy, indeks produktu,
            symbol towaru, nr artykułu, kod artykułu, numer artykułu, id towaru, indeks towaru, produkt kod,
            produkt sku, numer produktu, sku produktu, produkt id, indeks katalogowy, identyfikator produktu
            """
        ),
        (.product, 85, "indeks, symbol, kod, id oferty, numer oferty, nr oferty, kod producenta, sygnatura"),
        (.product, 75, "kod ean, ean produktu, kod kreskowy"),
        (
            .productName, 100,
            """
            nazwa produktu, nazwa towaru, nazwa artykułu, tytuł oferty, nazwa oferty, produkt nazwa, nazwa przedmiotu,
            tytuł aukcji, nazwa pozycji, nazwa asortymentu
            """
        ),
        (
            .productName, 92,
            """
            produkt, towar, nazwa, artykuł, pozycja, opis, oferta, produkty, tytuł, przedmiot, asortyment,
            opis produktu
            """
        ),
        (
            .cost, 100,
            """
            koszt własny, koszt towaru, wartość zakupu, koszt produktów, koszt własny sprzedaży, koszt zakupu towaru
            """
        ),
        (.cost, 85, "koszt, koszt zakupu, cena zakupu, cena zakupu brutto"),
        (.cost, 80, "cena zakupu netto, koszt zakupu netto"),
        (
            .fee, 100,
            """
            prowizja, prowizja allegro, prowizja płatności, opłaty, prowizje, opłata transakcyjna, koszt płatności,
            koszt prowizji
            """
        ),
        (.fee, 75, "opłata"),
        (
            .shippingCost, 100,
            """
            koszt kuriera, koszt przewoźnika, koszt wysyłki sklepu, rzeczywisty koszt wysyłki, koszt nadania
            """
        ),
        (
            .country, 100,
            """
            kraj, kraj klienta, państwo, kod kraju, kraj kupującego, nazwa kraju, klient kraj, kraj zamawiającego
            """
        ),
        (
            .country, 92,
            """
            kraj dostawy, kraj wysyłki, kraj odbiorcy, dostawa kraj, adres dostawy kraj, kraj doręczenia, wysyłka kraj
            """
        ),
        (.country, 85, "kraj nabywcy, kraj faktury, adres kraj, faktura kraj, kraj płatnika"),
        (.city, 100, "miasto, miejscowość, miasto klienta, klient miasto, miasto kupującego, miejscowość klienta"),
        (
            .city, 92,
            """
            miasto dostawy, miejscowość dostawy, dostawa miasto, miasto odbiorcy, adres dostawy miasto,
            miasto wysyłki, wysyłka miasto, dostawa miejscowość
            """
        ),
        (.city, 85, "miasto nabywcy, adres miasto, miasto faktury, faktura miasto, miasto płatnika"),
        (
            .delivery, 100,
            """
            sposób dostawy, metoda dostawy, forma dostawy, rodzaj dostawy, sposób wysyłki, metoda wysyłki,
            forma wysyłki, opcja dostawy, typ dostawy, sposób odbioru, nazwa dostawy, sposób przesyłki,
            rodzaj wysyłki, forma transportu, typ wysyłki
            """
        ),
        (.delivery, 92, "kurier, przewoźnik, firma kurierska, dostawca przesyłki, spedytor"),
        (.delivery, 75, "dostawa, wysyłka, przesyłka"),
        (
            .payment, 100,
            """
            metoda płatności, sposób płatności, forma płatności, rodzaj płatności, typ płatności, operator płatności,
            sposób zapłaty, forma zapłaty, nazwa płatności, metoda zapłaty
            """
        ),
        (.payment, 85, "płatność, zapłata"),
        (
            .coupon, 100,
            """
            kod rabatowy, kupon, kupon rabatowy, kod promocyjny, kod kuponu, kod zniżkowy, użyty kupon,
            użyty kod rabatowy, kupony, bon rabatowy, kody rabatowe, nazwa kuponu, wykorzystany kupon
            """
        ),
        (.coupon, 85, "bon, promocja, bon podarunkowy, nazwa rabatu"),
        (.coupon, 60, "rabat, zniżka"),
        (
            .source, 100,
            """
            źródło klienta, źródło pozyskania, źródło ruchu, źródło wejścia, źródło odwiedzin,
            źródło pozyskania klienta, skąd klient, kanał pozyskania, skąd o nas wiesz
            """
        ),
        (.source, 92, "źródło, źródło zamówienia, polecający, pochodzenie, źródło sprzedaży"),
        (.source, 75, "kampania, partner, program partnerski, strona odsyłająca"),
        (
            .salesChannel, 100,
            """
            kanał sprzedaży, kanał sprzedaży nazwa, platforma sprzedaży, miejsce sprzedaży, punkt sprzedaży
            """
        ),
        (.salesChannel, 92, "kanał, sklep, platforma, nazwa sklepu, serwis, konto allegro, konto"),
        (.salesChannel, 70, "oddział, magazyn, źródło, źródło zamówienia, lokalizacja, źródło sprzedaży, kasa"),
    ]
}

import Mustache

/// The page's templates, by name. They travel within the binary.
enum PageTemplates {
    static let texts: [String: String] = [
        "page": page, "section": section, "finding": finding, "pulse": pulse, "saying": saying, "figure": figure,
        "table": table, "mark": mark,
    ]

    /// All templates, parsed once; a template that does not parse is our own mistake.
    static let library: MustacheLibrary = {
        do {
            return MustacheLibrary(templates: try texts.mapValues { try MustacheTemplate(string: $0) })
        } catch {
            preconditionFailure("a template does not parse: \(error)")
        }
    }()

    private static let page = """
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{documentTitle}}</title>
        <style>
        {{{styles}}}
        </style>
        </head>
        <body>
        <a class="skip" href="#{{skipTarget}}">{{skip}}</a>
        <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" \
        patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="hatch-line" width="5" height="1.6"/>\
        </pattern></defs></svg>
        <div class="frame">
        <header class="side">
        <span class="brand">{{>mark}}Perennial</span>
        <nav aria-label="{{contents}}">
        {{#sections}}<a href="#{{id}}">{{shortName}}</a>
        {{/sections}}</nav>
        </header>
        <main>
        <div class="head">
        <p class="eyebrow">{{eyebrow}}</p>
        <h1>{{headline}}</h1>
        <p class="soft">{{introduction}}</p>
        </div>
        {{#sections}}{{>section}}{{/sections}}
        <footer class="soft small">{{footer}}</footer>
        </main>
        </div>
        </body>
        </html>

        """

    private static let section = """
        <section id="{{id}}" aria-labelledby="{{id}}-heading">
        <h2 id="{{id}}-heading">{{heading}}</h2>
        {{#lead}}<p class="lead">{{.}}</p>
        {{/lead}}{{#verdict}}<p class="verdict">{{.}}</p>
        {{/verdict}}{{#findings}}<div class="grid cards {{layout}}">
        {{#cards}}{{>finding}}{{/cards}}</div>
        {{/findings}}{{#pulse}}<div class="grid pulse {{layout}}">
        {{#cards}}{{>pulse}}{{/cards}}</div>
        {{/pulse}}{{#sayings}}<div class="grid pulse {{layout}}">
        {{#cards}}{{>saying}}{{/cards}}</div>
        {{/sayings}}{{#hasBlocks}}<div class="grid blocks">
        {{#blocks}}<div class="sheet {{size}}">
        {{#figure}}{{>figure}}{{/figure}}{{#table}}{{#title}}<h3>{{.}}</h3>
        {{/title}}{{#unit}}<p class="soft small">{{.}}</p>
        {{/unit}}<div class="scroll" tabindex="0">{{>table}}</div>
        {{#note}}<p class="soft small">{{.}}</p>
        {{/note}}{{/table}}{{#empty}}<div class="empty"><h3>{{title}}</h3><p>{{text}}</p></div>
        {{/empty}}</div>
        {{/blocks}}</div>
        {{/hasBlocks}}{{#notes}}<div class="remarks"><h3>{{notesTitle}}</h3>
        <ul>{{#remarks}}<li>{{{.}}}</li>{{/remarks}}</ul></div>
        {{/notes}}{{#terms}}<div class="sheet"><h3>{{termsTitle}}</h3>
        {{#definitions}}<dl class="definition"><dt>{{term}}</dt><dd>{{text}}</dd></dl>
        {{/definitions}}</div>
        {{/terms}}</section>

        """

    private static let finding = """
        <article class="sheet finding {{tone}}">
        <p class="stake">{{figure}}{{#label}} <span>{{.}}</span>{{/label}}</p>
        <p>{{{text}}}</p>
        {{#beside}}<p class="small">{{.}}</p>
        {{/beside}}{{#note}}<p class="soft small">{{.}}</p>
        {{/note}}</article>

        """

    private static let pulse = """
        <dl class="sheet">
        <dt>{{label}}</dt>
        <dd class="figure">{{figure}}</dd>
        {{#trend}}<dd class="trend {{direction}}">{{text}} <span class="soft">{{basis}}</span>\
        {{#range}} <span class="soft">{{.}}</span>{{/range}}</dd>
        {{/trend}}{{#note}}<dd class="trend">{{.}}</dd>
        {{/note}}</dl>

        """

    private static let saying = """
        <article class="sheet saying">
        <p class="soft">{{label}}</p>
        <p class="stake">{{figure}}</p>
        <p>{{{text}}}</p>
        </article>

        """

    private static let figure = """
        <figure id="figure-{{id}}">
        <figcaption><h3>{{title}}</h3><p class="soft small">{{unit}}</p></figcaption>
        {{#hasLegend}}<ul class="legend">{{#legend}}<li><i class="swatch {{name}}"></i>{{text}}</li>{{/legend}}</ul>
        {{/hasLegend}}<div class="wide">{{{wide}}}</div>
        <div class="narrow {{narrowLook}}">{{{narrow}}}</div>
        {{#note}}<p class="soft small">{{{.}}}</p>
        {{/note}}</figure>
        <details class="data"><summary>{{summary}}</summary>
        {{#scrollHint}}<p class="hint soft small">{{.}}</p>
        {{/scrollHint}}{{#data}}<div class="scroll" tabindex="0">{{>table}}</div>{{/data}}
        </details>

        """

    private static let table = """
        <table class="{{look}}">
        {{{markup}}}
        </table>

        """

    private static let mark = """
        <svg class="mark-of-perennial" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">\
        <path d="M11 20V10"/><path d="M11 11c0-4 3-7 8-7 0 5-3 7-8 7Z"/>\
        <path d="M11 14c0-3-2.500-5.500-7-5.500 0 4 2.500 5.500 7 5.500Z"/></svg>
        """
}

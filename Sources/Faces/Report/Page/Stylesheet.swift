/// The page's one stylesheet: tokens, then the few components that the page uses. Light and dark share every name.
enum Stylesheet {
    static let text = tokens + frame + sheets + tables + charts + print

    static let lightTokens: [String: String] = [
        "paper": "#fbf9f4", "sheet": "#ffffff", "ink": "#1d1c1a", "ink-soft": "#5f5b54", "line": "#e4dfd4",
        "leaf": "#1f6f50", "leaf-soft": "#e3efe8", "amber": "#8f5508", "amber-soft": "#f8ecd9", "rust": "#a8321f",
        "rust-soft": "#f7e3de", "sky": "#2f64a0", "plum": "#74497a", "shade-0": "#f6f4ee", "shade-1": "#e6f1ea",
        "shade-2": "#cfe4d7", "shade-3": "#a9d0b9", "shade-4": "#7cb798", "shade-5": "#2b7c59", "shade-6": "#17573e",
        "on-dark-shade": "#ffffff", "on-fill": "#ffffff",
    ]

    static let darkTokens: [String: String] = [
        "paper": "#161614", "sheet": "#1f1e1b", "ink": "#eceae4", "ink-soft": "#a8a399", "line": "#35332e",
        "leaf": "#74c49f", "leaf-soft": "#1d3229", "amber": "#e0a14e", "amber-soft": "#382a15", "rust": "#ea8a76",
        "rust-soft": "#3b211b", "sky": "#8ab4e8", "plum": "#c79bcc", "shade-0": "#262521", "shade-1": "#1f3128",
        "shade-2": "#234435", "shade-3": "#2a5642", "shade-4": "#316b50", "shade-5": "#5aad86", "shade-6": "#9bdcbc",
        "on-dark-shade": "#10140f", "on-fill": "#10140f",
    ]

    private static func declarations(_ tokens: [String: String]) -> String {
        tokens.sorted { $0.key < $1.key }.map { "--\($0.key): \($0.value);" }.joined(separator: " ")
    }

    private static let tokens = """
        :root {
          color-scheme: light dark; \(declarations(lightTokens))
          --text: "Inter", ui-sans-serif, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
          --display: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", "Noto Serif", Georgia, serif;
          --s1: 0.25rem; --s2: 0.5rem; --s3: 0.75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.25rem; --s7: 3.5rem;
          --round: 10px; --small: 0.8125rem; --body: 0.9375rem; --lead: 1.0625rem;
          --h3: 1.0625rem; --h2: 1.5rem; --h1: 2rem; --figure: 1.75rem;
        }
        @media screen and (prefers-color-scheme: dark) { :root { \(declarations(darkTokens)) } }

        """

    private static let frame = """
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 400 var(--body)/1.5 var(--text); \
        font-feature-settings: "tnum" 1; }
        h1, h2, h3, p, dl, dd, figure { margin: 0; }
        h1, h2 { font-family: var(--display); font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
        h1 { font-size: var(--h1); line-height: 1.15; } h2 { font-size: var(--h2); line-height: 1.25; }
        h3 { font-size: var(--h3); line-height: 1.35; text-wrap: pretty; }
        p { max-width: 68ch; text-wrap: pretty; }
        .soft { color: var(--ink-soft); } .small { font-size: var(--small); }
        .option { white-space: nowrap; }
        :focus-visible { outline: 2px solid var(--leaf); outline-offset: 2px; border-radius: 4px; }
        .skip { position: absolute; left: -999rem; } .skip:focus { left: var(--s4); top: var(--s4); z-index: 2; \
        background: var(--sheet); color: var(--leaf); padding: var(--s2) var(--s4); }
        .frame { display: grid; grid-template-columns: 14rem minmax(0, 1fr); }
        .side { position: sticky; top: 0; height: 100vh; overflow-y: auto; border-right: 1px solid var(--line); \
        padding: var(--s5) var(--s4); display: flex; flex-direction: column; gap: var(--s5); }
        .brand { display: flex; gap: var(--s2); align-items: center; font: 600 1.125rem var(--display); \
        padding-inline: var(--s2); }
        .mark-of-perennial { fill: none; stroke: var(--leaf); stroke-width: 1.8; stroke-linecap: round; }
        .side nav { display: grid; gap: 2px; }
        .side nav a { color: var(--ink-soft); text-decoration: none; padding: 0.3rem var(--s2); border-radius: 6px; \
        font-size: 0.875rem; line-height: 1.3; }
        .side nav a:hover { background: var(--leaf-soft); color: var(--leaf); }
        main { padding: var(--s6) clamp(1rem, 4vw, 3.25rem) var(--s7); display: grid; gap: var(--s7); \
        max-width: 72rem; min-width: 0; align-content: start; grid-template-columns: minmax(0, 1fr); }
        .head { display: grid; gap: var(--s2); }
        .eyebrow { font-size: var(--small); font-weight: 600; color: var(--leaf); overflow-wrap: anywhere; }
        section { display: grid; gap: var(--s4); grid-template-columns: minmax(0, 1fr); \
        scroll-margin-top: var(--s5); }
        .lead { font-size: var(--lead); color: var(--ink-soft); }
        .defs { position: absolute; }

        """

    private static let sheets = """
        .grid { display: grid; gap: var(--s4); }
        .cards { grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
        .cards.even { grid-template-columns: repeat(auto-fit, minmax(min(100%, 23rem), 1fr)); }
        .pulse { grid-template-columns: repeat(auto-fit, minmax(min(100%, 12.5rem), 1fr)); }
        .pulse.slim { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.75rem), 1fr)); }
        .blocks { grid-template-columns: repeat(2, minmax(0, 1fr)); } .full { grid-column: 1 / -1; }
        .sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round); \
        padding: var(--s4) var(--s5); display: grid; gap: var(--s3); align-content: start; min-width: 0; \
        grid-template-columns: minmax(0, 1fr); }
        .pulse .sheet { gap: var(--s2); padding: var(--s4) 1.25rem; } .pulse dt { font-size: var(--small); \
        color: var(--ink-soft); line-height: 1.35; }
        .pulse .figure { font: 600 var(--figure)/1.15 var(--display); \
        font-variant-numeric: lining-nums tabular-nums; }
        .trend { font-size: var(--small); line-height: 1.35; color: var(--ink-soft); }
        .trend.up { color: var(--leaf); } .trend.down { color: var(--rust); } .trend span { display: block; }
        .finding { border-left: 3px solid var(--tone, var(--ink-soft)); } .finding.good { --tone: var(--leaf); }
        .finding.attention { --tone: var(--amber); } .finding.loss { --tone: var(--rust); }
        .stake { font: 600 var(--h2)/1.2 var(--display); color: var(--tone, var(--ink)); }
        .stake span { font-size: 0.72em; font-weight: 500; white-space: nowrap; }
        .finding p:not(.stake, .small) { font-size: var(--lead); line-height: 1.45; }
        .saying { gap: var(--s2); } .saying p:first-child { font-style: italic; }
        .verdict { font: 500 var(--lead)/1.45 var(--text); padding: var(--s3) var(--s4); \
        border-radius: var(--round); background: var(--leaf-soft); max-width: none; }
        .tag { border-radius: 5px; padding: 0.1rem 0.45rem; font-size: var(--small); background: var(--leaf-soft); \
        color: var(--leaf); white-space: nowrap; }
        .tag.attention { background: var(--amber-soft); color: var(--amber); }
        .tag.loss { background: var(--rust-soft); color: var(--rust); }
        .tag.plain { background: var(--shade-0); color: var(--ink-soft); }
        .empty { padding: var(--s5) 0; display: grid; gap: var(--s2); justify-items: center; text-align: center; \
        color: var(--ink-soft); }
        .remarks { border-left: 3px solid var(--line); padding-left: var(--s4); color: var(--ink-soft); \
        display: grid; gap: var(--s1); } .remarks h3 { font-size: var(--body); color: var(--ink); }
        .remarks ul { margin: 0; padding: 0 0 0 1.1em; max-width: 72ch; }
        .definition { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: var(--s1) var(--s4); }
        .definition dt { font-weight: 600; } .definition dd { max-width: 68ch; color: var(--ink-soft); }

        """

    private static let tables = """
        /* The shade at an edge says that the table goes on there. */
        .scroll { overflow-x: auto; background: \
        linear-gradient(to right, var(--sheet) 50%, transparent) left / 2.5rem 100% no-repeat local, \
        linear-gradient(to left, var(--sheet) 50%, transparent) right / 2.5rem 100% no-repeat local, \
        linear-gradient(to right, var(--line), transparent) left / 0.75rem 100% no-repeat scroll, \
        linear-gradient(to left, var(--line), transparent) right / 0.75rem 100% no-repeat scroll; }
        .hint { display: none; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th { text-align: left; font-size: var(--small); font-weight: 500; color: var(--ink-soft); \
        padding: var(--s2) var(--s3); border-bottom: 1px solid var(--line); vertical-align: bottom; }
        tbody th { color: var(--ink); font-size: inherit; vertical-align: top; white-space: nowrap; }
        td { padding: var(--s2) var(--s3); border-bottom: 1px solid var(--line); vertical-align: top; \
        overflow-wrap: break-word; }
        th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
        th.n, td.n { text-align: right; } td.n { white-space: nowrap; }
        tbody tr:last-child > * { border-bottom: 0; }
        meter { appearance: none; width: 4.5rem; height: 0.4rem; border: 0; vertical-align: middle; \
        background: var(--line); border-radius: 9px; }
        meter::-webkit-meter-bar { background: var(--line); border: 0; border-radius: 9px; height: 0.4rem; }
        meter::-webkit-meter-optimum-value { background: var(--leaf); border-radius: 9px; }
        meter::-moz-meter-bar { background: var(--leaf); border-radius: 9px; }

        """

    private static let charts = """
        figure { display: grid; gap: var(--s3); grid-template-columns: minmax(0, 1fr); }
        figcaption { display: grid; gap: 2px; } figcaption p, figcaption h3 { max-width: 46rem; }
        .chart { display: block; width: 100%; height: auto; }
        .drawing { overflow-x: auto; } .drawing .chart { width: auto; max-width: none; }
        .narrow { display: none; }
        .chart text { font: 400 12.5px var(--text); fill: var(--ink-soft); font-feature-settings: "tnum" 1; }
        .chart .label { fill: var(--ink); font-weight: 600; } .chart .row { fill: var(--ink); }
        .chart .label, .chart .row { paint-order: stroke; stroke: var(--sheet); stroke-width: 4px; stroke-linejoin: round; }
        .chart .fine { font-size: 11px; }
        .chart .group { fill: var(--ink); font-weight: 500; }
        .axis { stroke: var(--ink-soft); stroke-width: 1; opacity: 0.55; }
        .grid-line { stroke: var(--line); stroke-dasharray: 2 4; }
        .marker { stroke: var(--ink-soft); stroke-dasharray: 4 3; }
        .us { --series: var(--leaf); } .other { --series: var(--sky); } .third { --series: var(--plum); }
        .warn { --series: var(--amber); } .bad { --series: var(--rust); } .quiet { --series: var(--shade-3); }
        .plain { --series: var(--ink-soft); }
        polyline { stroke: var(--series, var(--ink-soft)); fill: none; stroke-width: 2.25; stroke-linejoin: round; }
        polyline.unsure { stroke-dasharray: 3 4; stroke-width: 1.75; }
        polyline.expected { stroke-width: 1.25; stroke-dasharray: 5 4; }
        .dot, rect.us, rect.other, rect.third, rect.warn, rect.bad, rect.quiet, rect.plain { fill: var(--series); }
        .mark { fill: var(--sheet); stroke: var(--series, var(--leaf)); stroke-width: 2; }
        .band { fill: var(--series, var(--leaf)); opacity: 0.16; } rect.band { opacity: 0.3; }
        .hit { fill: transparent; } .hit:hover { fill: var(--ink); opacity: 0.05; }
        .hatch { fill: url(#hatch); } .hatch-line { fill: var(--sheet); opacity: 0.75; } .hatch.faint { opacity: 0.35; }
        rect.l0 { fill: var(--shade-0); } rect.l1 { fill: var(--shade-1); } rect.l2 { fill: var(--shade-2); }
        rect.l3 { fill: var(--shade-3); } rect.l4 { fill: var(--shade-4); } rect.l5 { fill: var(--shade-5); }
        rect.l6 { fill: var(--shade-6); } .cell:hover { stroke: var(--ink); stroke-width: 1.5; }
        .chart .in { fill: var(--ink); pointer-events: none; }
        .chart .in.l5, .chart .in.l6 { fill: var(--on-dark-shade); }
        .chart .on { fill: var(--on-fill); font-weight: 600; pointer-events: none; }
        .chart .on.quiet { fill: var(--ink); }
        .legend { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; \
        gap: var(--s1) var(--s4); font-size: var(--small); color: var(--ink-soft); }
        .legend li { display: flex; gap: 0.4rem; align-items: center; }
        .swatch { width: 0.75rem; height: 0.75rem; border-radius: 3px; background: var(--series, var(--line)); \
        flex: none; }
        .swatch.dashed { height: 0; border-top: 2px dashed var(--series); background: none; border-radius: 0; }
        .data summary { font-size: var(--small); color: var(--ink-soft); cursor: pointer; width: fit-content; }
        .data summary:hover { color: var(--leaf); } .data table { font-size: var(--small); margin-top: var(--s2); }
        .data th, .data td { padding: 0.3rem var(--s2); }
        .data th:first-child { padding-left: 0; } .data th:last-child, .data td:last-child { padding-right: 0; }
        /* An open table takes the width of the page; its chart keeps its size. */
        .sheet:has(> .data[open]) { grid-column: 1 / -1; }
        .sheet:not(.full):has(> .data[open]) .wide { max-width: 30rem; }

        """

    private static let print = """
        @media (max-width: 64rem) {
          :root { --h1: 1.5rem; --h2: 1.3125rem; --figure: 1.4375rem; }
          .frame { display: block; }
          .side { position: static; height: auto; flex-direction: row; align-items: center; overflow-x: auto; \
        padding: var(--s3) var(--s4); border: 0; border-bottom: 1px solid var(--line); gap: var(--s4); }
          .side nav { grid-auto-flow: column; } .side nav a { white-space: nowrap; }
          main { padding-top: var(--s5); gap: var(--s6); }
          .sheet:not(.full) .wide { display: none; } .sheet:not(.full) .narrow { display: block; }
        }
        @media (max-width: 48rem) {
          .blocks { grid-template-columns: minmax(0, 1fr); }
          .sheet .wide { display: none; } .sheet .narrow { display: block; max-width: 27rem; }
          .hint { display: block; margin-top: var(--s2); } .data tbody th { white-space: normal; }
        }
        @media (max-width: 34rem) {
          .sheet { padding: var(--s4); } .pulse { grid-template-columns: 1fr 1fr; gap: var(--s3); }
          .pulse .sheet { padding: var(--s3); } .pulse .figure { font-size: 1.25rem; }
          .definition { grid-template-columns: 1fr; } meter { width: 2.5rem; }
          .wordy tr { display: grid; grid-template-columns: minmax(0, 1fr) 4rem 7rem; \
        border-bottom: 1px solid var(--line); padding-block: var(--s1); }
          .wordy.pair tr { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: var(--s3); }
          .wordy.costed tr { grid-template-columns: minmax(0, 1fr) 4rem 5rem 5rem; column-gap: 0.375rem; }
          .wordy.pair th, .wordy.costed th { white-space: normal; }
          .wordy th, .wordy td { border: 0; padding: var(--s1) 0; } .wordy thead th:last-child { display: none; }
          .wordy td:last-child { grid-column: 1 / -1; font-size: var(--small); color: var(--ink-soft); }
          th, td { padding-inline: var(--s2); }
        }
        @media print {
          @page { margin: 14mm; }
          html { font-size: 12.5px; } body { background: #fff; } .side, .skip, .data { display: none; }
          /* Grids that run over pages overlap in some browsers: only what fits on one stays a grid. */
          .frame, main, section { display: block; } main { padding: 0; max-width: none; }
          main > * + * { margin-top: var(--s5); } section > * + * { margin-top: var(--s3); }
          .sheet { break-inside: avoid; } h2, h3 { break-after: avoid; }
          .sheet .wide, .sheet:not(.full) .wide { display: block; } .sheet .narrow, .sheet:not(.full) .narrow { display: none; }
          .blocks, .cards, .cards.even { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .pulse { grid-template-columns: repeat(4, minmax(0, 1fr)); } .pulse.slim { grid-template-columns: repeat(5, minmax(0, 1fr)); }
          .sheet { padding: var(--s3) var(--s4); } .definition, .remarks { break-inside: avoid; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}

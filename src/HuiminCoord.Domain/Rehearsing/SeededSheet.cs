using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>What a unit fills in in a rehearsal: a function of seed, unit, report and cell, and right by the rules of any form.</summary>
/// <param name="seed">Of the rehearsal.</param>
/// <param name="isNil">Months of which the unit says that there is nothing to report: they are zero in its years, too.</param>
internal sealed class SeededSheet(int seed, Plan plan, FormPlan forms, TableLayout layout, UnitId unit, Func<DutyId, bool> isNil)
{
    private const int MostMoney = 3_000; // hundredths of 万元

    /// <summary>The sheet of a month's report, or of an annual one: that adds the months of its window, as the page fills them in, and its last days.</summary>
    /// <param name="wrong">True slips a figure ten times too high into it, as a key pressed once too often does.</param>
    internal ReportSheet Of(Occurrence owed, bool nil, bool wrong = false)
    {
        var figures = nil ? Figures.None : owed.Duty.Kind == DutyKind.Annual ? Annual(owed) : Month(owed.Id.Value);
        if (wrong && Slip(figures, owed.Id.Value) is { } cell)
        {
            figures = figures.With(cell, figures[cell]!.Value * 10);
        }

        var texts = nil ? [] : forms.Summary.Sections.Where(s => s.IsRequired).ToDictionary(s => s.Id, s => $"{s.Title}：{Sentence(owed, s.Id)}", StringComparer.Ordinal);
        return new(figures, texts, nil, Notes(figures), "");
    }

    /// <summary>The cell that a slip falls into; null where nothing is filled in.</summary>
    internal CellAt? Slip(Figures figures, string duty)
    {
        var free = layout.Cells.Where(c => figures[c] is > 0 && layout.Form.Column(c.Column)!.Kind == FigureKind.Count && layout.Form.Rules.All(r => r.Lower != c.Column && r.Upper != c.Column)).ToList();
        return free.Count == 0 ? null : free[SeededChoice.Of(seed, $"{unit}/{duty}/slip", free.Count)];
    }

    private Figures Annual(Occurrence owed) => AnnualParts.Of(plan, owed.Duty.Id) is not { } parts ? Month(owed.Id.Value)
        : parts.Earlier.Aggregate(parts.Months.Aggregate(LastDays(owed.Duty.Id), (sum, month) => sum.Plus(Told(month.Duty))), (sum, earlier) => sum.Minus(LastDays(earlier)));

    /// <summary>What happened on a year's last days: a part of the month that goes on after it, or days that no month's report covers.</summary>
    private Figures LastDays(string annual)
    {
        if (ReportPeriods.Remainder(plan, annual) is not { } days)
        {
            return Figures.None;
        }

        return ReportPeriods.Months(plan).FirstOrDefault(m => m.Period.From <= days.To && m.Period.To > days.To) is { } month
            ? Part(Told(month.Duty), Days(days), Days(month.Period)) : Month($"{annual}/rest");
    }

    /// <summary>A month as the unit tells it.</summary>
    private Figures Told(DutyId month) => isNil(month) ? layout.Cells.Aggregate(Figures.None, (zeros, cell) => zeros.With(cell, 0)) : Month(month.Value);

    /// <summary>Rounded down, as cases are whole; what was not closed was not fined.</summary>
    private Figures Part(Figures month, int days, int of)
    {
        var part = month.Cells.Keys.Select(CellAt.Find).OfType<CellAt>().Aggregate(Figures.None, (sum, cell) => sum.With(cell, month[cell] * days / of));
        return layout.Sections.Aggregate(part, (sum, section) => Fined(sum, section.Id));
    }

    private static int Days(ReportPeriod period) => period.To.DayNumber - period.From.DayNumber + 1;

    private Figures Month(string duty)
    {
        var figures = layout.Cells.Aggregate(Figures.None, (sum, cell) => sum.With(cell, Figure(duty, cell)));
        foreach (var section in layout.Sections.Select(s => s.Id))
        {
            figures = Ruled(figures, section);
        }

        return figures;
    }

    private long Figure(string duty, CellAt cell)
    {
        var most = layout.Form.Column(cell.Column)!.Kind == FigureKind.Money ? MostMoney : 12;
        return SeededChoice.Of(seed, $"{unit}/{duty}/{cell}", most + 1);
    }

    /// <summary>No lower column beyond its upper one, two officers for each subject, and fines only where something was closed.</summary>
    private Figures Ruled(Figures figures, string section)
    {
        CellAt At(string column) => new(section, column);
        foreach (var rule in layout.Form.Rules.Concat(layout.Form.Rules).Where(r => figures[At(r.Lower)] > figures[At(r.Upper)]))
        {
            figures = figures.With(At(rule.Lower), Math.Min(figures[At(rule.Lower)]!.Value, figures[At(rule.Upper)]!.Value));
        }

        if (figures[At(FormColumns.Officers)] is { } officers && figures[At(FormColumns.Subjects)] is { } subjects)
        {
            figures = figures.With(At(FormColumns.Officers), officers + (2 * subjects));
        }

        return Fined(figures, section);
    }

    private static Figures Fined(Figures figures, string section)
    {
        var (closed, fines) = (new CellAt(section, FormColumns.Closed), new CellAt(section, FormColumns.Fines));
        return figures[closed] == 0 && figures[fines] is not null ? figures.With(fines, 0) : figures;
    }

    private Dictionary<string, string> Notes(Figures figures) => layout.Sections
        .Select(s => (Value: new CellAt(s.Id, FormColumns.Value), Filed: new CellAt(s.Id, FormColumns.Filed)))
        .Where(c => figures[c.Value] == 0 && figures[c.Filed] > 0)
        .ToDictionary(c => c.Value.ToString(), _ => "货值尚待认定。", StringComparer.Ordinal);

    private string Sentence(Occurrence owed, string section) => SeededChoice.Of(seed, $"{unit}/{owed.Id}/{section}", 3) switch
    {
        0 => "本期按方案开展工作，任务按计划推进。",
        1 => "本期对重点场所开展检查，发现问题已责令改正。",
        _ => "本期工作已落实到人，下一步继续抓好整改。",
    };
}

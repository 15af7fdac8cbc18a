using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Above a year's table: which months are in its sums, which days the unit adds to them, and the button that fills them in.</summary>
public sealed partial class AnnualNote : PagePart
{
    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>Empty cells of which a sum is known: what somebody has typed is never written over.</summary>
    private Dictionary<string, string> Fillable(AnnualPrefill prefill) =>
        Model.Empty.Where(c => prefill.Figures[c] is not null).ToDictionary(c => c.ToString(), c => Model.Scene.Place.Printed(c, prefill.Figures[c])!, StringComparer.Ordinal);

    private void Fill(AnnualPrefill prefill)
    {
        var before = Model.Type(Fillable(prefill));
        Toasts.Did(Words["sheet.annual.filled", before.Count], () =>
        {
            Model.Type(before);
            return Task.CompletedTask;
        });
    }

    private IEnumerable<string> Sentences(AnnualPrefill prefill)
    {
        yield return prefill.Months.Count == 0 ? Words["sheet.annual.none", Days(prefill.ToAdd)]
            : prefill.ToAdd.Count == 0 ? Words["sheet.annual.whole", Days(prefill.Covered)]
            : Words["sheet.annual.sums", Days(prefill.Covered), Days(prefill.ToAdd)];
        foreach (var left in prefill.LeftOut.GroupBy(m => m.Reason).OrderBy(g => g.Key))
        {
            var months = Names(left.Select(m => m.Duty));
            yield return left.Key switch
            {
                LeftOutReason.Missing => Words["sheet.annual.missing", months],
                LeftOutReason.Waived => Words["sheet.annual.waived", months],
                LeftOutReason.Waits => Words["sheet.annual.waits", months, Names(prefill.Unsaid.Select(a => new DutyId(a)))],
                _ => Words["sheet.annual.indivisible", months],
            };
        }

        if (prefill.Undivided.Where(Model.Scene.Layout.Applies).ToList() is { Count: > 0 } cells)
        {
            yield return Words["sheet.annual.undivided", cells.Count, string.Join(Words["page.comma"], cells.Select(c => Words.Cell(Model.Scene.Form, c)))];
        }

        if (Model.Scene.Found.Owed?.Due is { } due && Model.Scene.Found.Period?.To > due && Model.CanWrite)
        {
            yield return Words["sheet.annual.beyond", Days([new(due.AddDays(1), Model.Scene.Found.Period.To)])];
        }
    }

    private string Names(IEnumerable<DutyId> duties) =>
        string.Join(Words["page.comma"], duties.Select(d => ReportPeriods.TitleOf(Model.Scene.Place.Plan, d)));

    /// <summary>2020年9月1日至11月25日; the year is said again where it is another.</summary>
    private string Days(IReadOnlyList<ReportPeriod> periods) => string.Join(Words["page.comma"], periods.Select(p => Words["sheet.annual.days", Day(p.From, null), Day(p.To, p.From.Year)]));

    private string Day(DateOnly day, int? year) => Words.Language == Language.English
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(day.Year == year ? "" : $"{day.Year}年")}{day.Month}月{day.Day}日");
}

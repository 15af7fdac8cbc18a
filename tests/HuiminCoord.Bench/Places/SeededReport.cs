using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Bench.Places;

/// <summary>What became of a report that a seed made.</summary>
internal enum SeededKind
{
    HandedIn,

    /// <summary>A second version took the place of the first.</summary>
    Corrected,

    /// <summary>零报告.</summary>
    Nil,

    /// <summary>Handed in and taken back: its figures count no more.</summary>
    Withdrawn,

    Missing,
}

/// <summary>One unit's report for one month, as the product stores it: obligation, versions, sheets.</summary>
/// <param name="Figures">What counts of it, as plain numbers; none where nothing was handed in or everything was taken back.</param>
/// <param name="Versions">The sheets that were handed in, first to last; made when they are asked for, so that a city's do not stay in memory.</param>
internal sealed record SeededReport(string Campaign, UnitPlan Unit, Occurrence Month, SeededKind Kind, IReadOnlyDictionary<CellAt, long> Figures, IReadOnlyList<Func<ReportSheet>> Versions)
{
    /// <summary>区政府办公室 owes no table, only a summary.</summary>
    public bool HasTable => Unit.Table != TableProfile.None;

    /// <summary>True when its figures are in the sums.</summary>
    public bool Counts => HasTable && IsWithOffice;

    private IReadOnlyList<string> Parts => HasTable ? [DutyPart.Summary, DutyPart.Table] : [DutyPart.Summary];

    private DateTimeOffset At => ChinaTime.At(Month.Due!.Value, new TimeOnly(10, 0));

    private bool IsWithOffice => Kind is not (SeededKind.Withdrawn or SeededKind.Missing);

    /// <summary>The row of what is owed.</summary>
    public ObligationRow Obligation() => new()
    {
        Campaign = Campaign, Unit = Unit.Id.Value, Duty = Month.Id.Value, Kind = "monthly", Title = Month.Title, Clause = Month.Duty.Clause, Due = Month.Due, DoBy = Month.Due,
        Provisional = false, Stage = IsWithOffice ? Stages.Accepted : Stages.Open, EnteredLate = false, FirstCompleteAt = IsWithOffice ? At : null, AcceptedAt = IsWithOffice ? At.AddDays(2) : null,
        Parts = StoredJson.Write(new SortedDictionary<string, PartStage>(Parts.ToDictionary(p => p, _ => IsWithOffice ? PartStage.Accepted : PartStage.Open), StringComparer.Ordinal)),
        Reported = IsWithOffice, OnTime = IsWithOffice ? true : null,
        Payload = StoredJson.Write(new ObligationPayload([], [], null, Kind == SeededKind.Missing ? new Dictionary<string, PartFacts>() : Parts.ToDictionary(p => p, _ => new PartFacts(At, At)), null)),
    };

    /// <summary>Adds its versions and their sheets.</summary>
    public void HandIn(CoordinationDb db)
    {
        var (unit, duty) = (Unit.Id.Value, Month.Id.Value);
        foreach (var (index, sheet) in Versions.Select(v => v()).Index())
        {
            var text = SheetText.Of(sheet);
            db.ReportSheets.Add(new ReportSheetRow { Campaign = Campaign, Unit = unit, Duty = duty, Hash = text.Hash, Body = text.Body, At = At });
            db.ReportVersions.Add(new ReportVersionRow
            {
                Campaign = Campaign, Unit = unit, Duty = duty, Version = index + 1, Parts = string.Join(',', Parts), Sheet = text.Hash, Nil = sheet.Nil, At = At.AddDays(index * 5), OnBehalf = false,
                Reason = index == 0 ? null : "台账复核后更正。", Withdrawn = Kind == SeededKind.Withdrawn ? string.Join(',', Parts) : "",
            });
        }
    }
}

using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Obligations;

/// <summary>An obligation together with its terms: what rules ask questions of.</summary>
/// <param name="IssuedAt">When the plan was issued to the unit.</param>
public sealed record OpenDuty(Obligation Kept, DutyTerms Terms, DateTimeOffset IssuedAt)
{
    /// <summary>Reporting date in force; null = undated.</summary>
    public DateOnly? Due => Kept.MovedTo ?? Terms.Due;

    /// <summary>Undated, or due before the plan version that brought it was issued: never overdue, never reminded.</summary>
    public bool EnteredLate => Kept.EnteredLate || (Kept.MovedTo is null && (Terms.Due is not { } due || (Kept.Assigned is null && due < ChinaTime.DateOf(BroughtAt))));

    /// <summary>The instant from which rungs count.</summary>
    public DateTimeOffset Since => Kept.Since ?? Later(BroughtAt, Terms.OpensOn is { } day ? ChinaTime.StartOf(day) : BroughtAt);

    /// <summary>Latest first submission among the parts: the instant by which timeliness is judged.</summary>
    public DateTimeOffset? JudgedAt => Kept.Firsts.Values.Cast<DateTimeOffset?>().Append(Kept.FirstSubmittedAt).Max();

    /// <summary>Correction date (修改时限) in force; null while nothing is returned.</summary>
    public DateOnly? CorrectionDue => Kept.Parts.ContainsValue(PartStage.Returned) ? Kept.CorrectionDue : null;

    private DateTimeOffset BroughtAt => Kept.BroughtAt ?? IssuedAt;

    /// <summary>Stage of a part.</summary>
    public PartStage Stage(string part) =>
        Kept.Parts.TryGetValue(part, out var stage) ? stage
        : Terms.ExcludedParts.Contains(part) ? PartStage.Waived
        : PartStage.Open;

    /// <summary>True for a handed-in part that came back before.</summary>
    public bool CameBack(string part) => Kept.Returns > 0 && !Kept.Firsts.ContainsKey(part);

    /// <summary>True once every part was first submitted or waived (已报).</summary>
    public bool Reported => Terms.Parts.All(p => Stage(p) != PartStage.Open);

    /// <summary>True when every part is accepted or waived: the obligation leaves.</summary>
    public bool Settled => Terms.Parts.All(p => Stage(p) is PartStage.Accepted or PartStage.Waived);

    /// <summary>Parts in this stage, in plan order.</summary>
    public IReadOnlyList<string> PartsIn(params ReadOnlySpan<PartStage> stages)
    {
        var wanted = stages.ToArray();
        return [.. Terms.Parts.Where(p => wanted.Contains(Stage(p)))];
    }

    /// <summary>True when lateness has begun at <paramref name="instant"/>: 24:00 of the reporting date has passed.</summary>
    public bool LateAt(DateTimeOffset instant) => !EnteredLate && Due is { } due && instant >= ChinaTime.EndOf(due);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

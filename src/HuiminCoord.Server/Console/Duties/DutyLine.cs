using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Duties;

/// <summary>Something that a unit owes, as its own people see it in a list.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Is">Its state.</param>
/// <param name="Due">The date that counts now: for the correction when something came back.</param>
/// <param name="Begun">Somebody has begun to write.</param>
public sealed record DutyLine(ObligationRow Row, Status Is, DateOnly? Due, bool Begun)
{
    /// <summary>Nothing is asked of anybody any more.</summary>
    public bool IsOver => Stages.Over.Contains(Row.Stage);

    /// <summary>Something is asked of the unit now.</summary>
    public bool IsAsked => Row.Stage is Stages.Open or Stages.Returned;

    /// <summary>It is with the office.</summary>
    public bool IsHandedIn => Row.Stage == Stages.Submitted;

    /// <summary>The date has passed and something is still asked.</summary>
    public bool IsLate { get; private init; }

    /// <summary>Where it is dealt with.</summary>
    public string Link => Row.Kind == LiaisonKind ? "/unit" : $"/fill/{Row.Duty}";

    /// <summary>Where the unit names its people.</summary>
    private const string LiaisonKind = "liaison";

    /// <param name="row">Its row.</param>
    /// <param name="scene">The campaign as it is now.</param>
    /// <param name="begun">Somebody has begun to write.</param>
    /// <param name="waits">It waits for the unit's own approval.</param>
    public static DutyLine Of(ObligationRow row, CampaignScene scene, bool begun, bool waits = false)
    {
        var due = row.Stage == Stages.Returned && row.CorrectionDue is { } correction ? correction : row.Due;
        var late = ObligationView.IsOverdue(row, scene.Today) || (row.Stage == Stages.Returned && due < scene.Today);
        return new(row, waits ? Status.UnitReview : DutyStatus.Of(row, scene.Today, scene.Calendar, begun), due, begun) { IsLate = late };
    }

    /// <summary>What is due first comes first; what has no date comes last.</summary>
    public static IReadOnlyList<DutyLine> InOrder(IEnumerable<DutyLine> lines) =>
        [.. lines.OrderBy(l => l.Due ?? DateOnly.MaxValue).ThenBy(l => l.Row.Duty, StringComparer.Ordinal)];

    /// <summary>True within the working day before the 办理日 and until the date.</summary>
    public bool IsNear(CampaignScene scene) => IsAsked && !IsLate && Due is { } due && scene.Today >= Early(due, scene.Calendar);

    private static DateOnly Early(DateOnly due, WorkingCalendar calendar) => calendar.AddWorkingDays(calendar.DoBy(due), -3);
}

using System.Text.RegularExpressions;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>How meetings are held. Plans may leave it out: those of earlier programs have none.</summary>
internal static partial class MeetingsPart
{
    public static IReadOnlyDictionary<MeetingKind, MeetingPlan>? Read(Fields fields, Declared declared)
    {
        if (!fields.Has("meetings"))
        {
            return null;
        }

        var (inner, meetings) = (fields.Inner("meetings"), new Dictionary<MeetingKind, MeetingPlan>());
        foreach (var kind in Enum.GetValues<MeetingKind>().Where(k => inner.Has(Fields.WordOf(k))))
        {
            meetings.Add(kind, Meeting(kind, inner.Inner(Fields.WordOf(kind)), declared));
        }

        inner.Close();
        return meetings;
    }

    private static MeetingPlan Meeting(MeetingKind kind, Fields fields, Declared declared)
    {
        var (notice, reply) = (fields.Whole("noticeWorkdays", 1, 60), fields.Whole("replyWorkdays", 1, 60));
        if (reply >= notice)
        {
            fields.Problems.Add(fields.At("replyWorkdays"), PlanProblemCode.ReplyEarly, $"'replyWorkdays' must be less than 'noticeWorkdays', which is {notice}: nobody answers before being told");
        }

        var meeting = new MeetingPlan(
            Title(fields), Units(fields, declared), Agenda(fields), fields.TextIfAny("place", PlanLimits.MeetingName), fields.TextIfAny("chair", PlanLimits.MeetingPost),
            fields.Whole("minutes", 10, 480) ?? default, notice ?? default, reply ?? default, Quorum(fields),
            Consent(kind, fields), Cadence(fields, declared));
        fields.Close();
        return meeting;
    }

    /// <summary>A unit's own meeting is its leader's: a plan must not promise that another agrees with its agenda.</summary>
    private static AgendaConsent Consent(MeetingKind kind, Fields fields) =>
        !fields.Has("consent") ? AgendaConsent.Convenor
        : kind.IsHeldByUnits() ? fields.Choice("consent", AgendaConsent.Convenor, "a unit's own meeting is agreed to by its leader, it does") ?? default
        : fields.Choice<AgendaConsent>("consent") ?? default;

    private static string Title(Fields fields)
    {
        var title = fields.Text("title", PlanLimits.MeetingTitle);
        if (Placeholder().Matches(title).FirstOrDefault(m => m.Value is not ("{n}" or "{year}")) is { } unknown)
        {
            fields.Problems.Add(fields.At("title"), PlanProblemCode.PlaceholderUnknown, $"{Problems.Quote(unknown.Value)} is replaced by nothing: use {{n}} and {{year}}");
        }

        return title;
    }

    private static IReadOnlyList<UnitId>? Units(Fields fields, Declared declared) =>
        fields.Has("units") ? declared.Units.InPlanOrder(declared.Units.References(fields, "units")) : null;

    private static List<AgendaTopicPlan>? Agenda(Fields fields)
    {
        if (!fields.Has("agenda"))
        {
            return null;
        }

        var topics = new List<AgendaTopicPlan>();
        foreach (var node in fields.Items("agenda", PlanLimits.Entries))
        {
            var entry = new Fields(node, fields.Problems);
            var (topic, minutes) = (entry.Choice<AgendaTopic>("topic"), entry.WholeIfAny("minutes", 1, 120));
            entry.Close();
            if (topic is { } named && topics.Any(t => t.Topic == named))
            {
                entry.Twice(entry.At("topic"), Fields.WordOf(named));
            }
            else if (topic is { } taken)
            {
                topics.Add(new(taken, minutes));
            }
        }

        return topics;
    }

    private static MeetingQuorum? Quorum(Fields fields)
    {
        if (!fields.Has("quorum"))
        {
            return null;
        }

        var inner = fields.Inner("quorum");
        var quorum = inner.Has("percent") ? new MeetingQuorum(inner.Whole("percent", 1, 100) ?? default, true) : new(inner.Whole("units", 1, PlanLimits.Units) ?? default, false);
        inner.Close();
        return quorum;
    }

    private static MeetingCadence? Cadence(Fields fields, Declared declared)
    {
        if (!fields.Has("cadence"))
        {
            return null;
        }

        var inner = fields.Inner("cadence");
        var from = inner.Has("from") ? inner.Month("from") : null;
        if (from is { } month && declared.Campaign is { } campaign && (month > campaign.To || month.AddMonths(1) <= campaign.From))
        {
            inner.Problems.Add(inner.At("from"), PlanProblemCode.CadenceOutside, $"{month:yyyy-MM} is outside the campaign: it runs from {campaign.From:yyyy-MM-dd} to {campaign.To:yyyy-MM-dd}");
        }

        MeetingDay day = inner.Has("day") ? new MeetingDay.OfMonth(inner.Whole("day", 1, 31) ?? 1, inner.Choice<RestMove>("rest") ?? default) : new MeetingDay.Workday(inner.Whole("workday", 1, 15) ?? 1);
        var cadence = new MeetingCadence(from, inner.Whole("everyMonths", 1, 24) ?? 1, day, inner.Time("at") ?? default);
        inner.Close();
        return cadence;
    }

    [GeneratedRegex(@"\{[^}]*\}?", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

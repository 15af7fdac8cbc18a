using System.Text;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>Reads a plan's JSON text and tells everything that is wrong with it at once.</summary>
/// <remarks>
/// The text is the plan's stored form: keep it as it was handed in and read it again. Its shape is that of
/// <c>plan.schema.json</c>. Wherever a unit is referred to, its id, its name or one of its aliases may be written.
/// </remarks>
public static class PlanReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a plan from its text.</summary>
    public static PlanReading Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a plan from UTF-8; a byte order mark is skipped.</summary>
    /// <returns>Always an answer: no input makes the reader throw.</returns>
    public static PlanReading Read(ReadOnlyMemory<byte> utf8Json)
    {
        var declared = new Declared(new Problems());
        var text = utf8Json.Span.StartsWith(ByteOrderMark) ? utf8Json.Span[ByteOrderMark.Length..] : utf8Json.Span;
        var root = IsShortEnough(text, declared.Problems) ? PlacedJson.Read(text, declared.Problems) : null;
        var plan = root is null ? null : Whole(new Fields(root, declared.Problems), declared);
        return new PlanReading(plan, declared.Problems.Found, declared.Rungs);
    }

    private static bool IsShortEnough(ReadOnlySpan<byte> text, Problems problems)
    {
        if (text.Length > PlanLimits.Bytes)
        {
            problems.Add(new PlanPosition(1, 1), PlanProblemCode.TooLarge, $"the plan has {text.Length} bytes; at most {PlanLimits.Bytes} are read");
        }

        return text.Length <= PlanLimits.Bytes;
    }

    /// <summary>Later parts refer to earlier ones, whatever their order in the text.</summary>
    private static Plan Whole(Fields fields, Declared declared)
    {
        var campaign = HeadPart.Campaign(fields);
        var version = fields.Whole("version", 1, 10000);
        declared.Campaign = HeadPart.Window(fields);
        var clauses = ClausesPart.Read(fields, declared);
        var units = UnitsPart.Read(fields, declared);
        var domains = DomainsPart.Read(fields, declared);
        var tasks = TasksPart.Read(fields, declared, domains);
        var phases = PhasesPart.Read(fields, declared);
        var ladders = LaddersPart.Read(fields, declared);
        var duties = DutiesPart.Read(fields, declared);
        var plan = new Plan(
            campaign, version ?? 0, fields.Text("title"), HeadPart.District(fields), HeadPart.Document(fields),
            declared.Campaign ?? new DateWindow(default, default), declared.Units.Reference(fields, "convenor"), SettingsPart.Read(fields),
            clauses, units, domains, tasks, phases, duties, ladders, QuestionsPart.Read(fields), AmendmentPart.Read(fields, version),
            MeetingsPart.Read(fields, declared), FormsPart.Read(fields, declared, duties));
        fields.TextIfAny("$schema");
        fields.Close();
        return plan;
    }
}

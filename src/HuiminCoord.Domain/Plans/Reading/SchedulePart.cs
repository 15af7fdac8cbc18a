namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>When a duty is due: once, each month or without a date.</summary>
internal static class SchedulePart
{
    private enum Form
    {
        Once,
        Monthly,
        Undated,
    }

    /// <summary>Reads 'schedule'; null after a mistake that leaves its dates unknown.</summary>
    public static DutySchedule? Read(Fields duty, DutyKind? kind, Declared declared)
    {
        var fields = duty.Inner("schedule");
        if (fields.Choice<Form>("type") is not { } form)
        {
            // What else belongs here depends on the type.
            return null;
        }

        Fits(fields, kind, form);
        DutySchedule? schedule = form switch
        {
            Form.Once => Once(fields, declared),
            Form.Monthly => Monthly(fields, declared),
            _ => new DutySchedule.Undated(),
        };
        fields.Close();
        return schedule;
    }

    private static void Fits(Fields fields, DutyKind? kind, Form form)
    {
        var isUnfit = kind switch
        {
            DutyKind.Monthly => form != Form.Monthly,
            DutyKind.Liaison or DutyKind.Annual => form == Form.Monthly,
            _ => false,
        };
        if (isUnfit)
        {
            fields.Problems.Add(fields.At("type"), PlanProblemCode.ScheduleUnfit, $"a duty of the kind '{Fields.WordOf(kind!.Value)}' cannot be due '{Fields.WordOf(form)}'");
        }
    }

    private static DutySchedule.Once? Once(Fields fields, Declared declared)
    {
        var due = fields.Day("due");
        var opensOn = fields.DayIfAny("opensOn");
        if (due is null)
        {
            return null;
        }

        if (opensOn > due)
        {
            fields.Problems.Add(fields.At("opensOn"), PlanProblemCode.OpensLate, $"the duty opens after it is due on {due:yyyy-MM-dd}");
        }

        InsideCampaign(fields, "due", due.Value, declared);
        return new DutySchedule.Once(due.Value, opensOn);
    }

    private static DutySchedule.Monthly? Monthly(Fields fields, Declared declared)
    {
        var day = fields.Whole("day", 1, 31);
        var from = fields.Month("from");
        var to = fields.Month("to");
        if (from > to)
        {
            fields.Problems.Add(fields.At("from"), PlanProblemCode.MonthsReversed, $"the months end in {to:yyyy-MM}, before they begin in {from:yyyy-MM}");
            return null;
        }

        if (day is null || from is null || to is null)
        {
            return null;
        }

        var schedule = new DutySchedule.Monthly(day.Value, from.Value, to.Value);
        var dues = Occurrence.Of(new DutyPlan("probe", DutyKind.Monthly, "", "", [], schedule, [], null));
        InsideCampaign(fields, "from", dues[0].Due!.Value, declared);
        InsideCampaign(fields, "to", dues[^1].Due!.Value, declared);
        return schedule;
    }

    private static void InsideCampaign(Fields fields, string name, DateOnly due, Declared declared)
    {
        if (declared.Campaign is { } campaign && !campaign.Contains(due))
        {
            fields.Problems.Add(fields.At(name), PlanProblemCode.DueOutside, $"due on {due:yyyy-MM-dd}, which is outside the campaign: it runs from {campaign.From:yyyy-MM-dd} to {campaign.To:yyyy-MM-dd}");
        }
    }
}

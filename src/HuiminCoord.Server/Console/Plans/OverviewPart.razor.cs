using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>概况: what the plan says, in the order in which people read one.</summary>
public sealed partial class OverviewPart : PagePart
{
    /// <summary>The plan.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The district's days, as known now.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    /// <summary>The campaign's today.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    private PlanLines Say => new(Words);

    private IEnumerable<(string Name, string Value)> Facts =>
    [
        (Words["plan.head.title"], Plan.Title),
        (Words["plan.document"], $"{Plan.Document.Number}（{Plan.Document.Issuer}，{DateTexts.Short(Plan.Document.IssuedOn)}）{Plan.Document.File}"),
        (Words["plan.district"], $"{Plan.District.Name}（{Plan.District.Code}）"),
        (Words["plan.window"], $"{DateTexts.Short(Plan.Window.From)} – {DateTexts.Short(Plan.Window.To)}"),
        (Words["plan.convenor"], Say.Names(Plan, [Plan.Convenor])),
        (Words["plan.version"], $"{Plan.Version}"),
    ];

    private IEnumerable<(string Name, string Value)> Thresholds
    {
        get
        {
            var settings = Plan.Settings;
            return
            [
                (Words["plan.setting.digestAt"], PlanLines.Time(settings.DigestAt)),
                (Words["plan.setting.closeOfBusiness"], PlanLines.Time(settings.CloseOfBusiness)),
                (Words["plan.setting.longRestDays"], Words["plan.days", settings.LongRestDays]),
                (Words["plan.setting.reviewWorkdays"], Words["plan.workdays", settings.ReviewWorkdays]),
                (Words["plan.setting.correctionWorkdays"], Words["plan.workdays", settings.CorrectionWorkdays]),
                (Words["plan.setting.slowTaskDays"], Words["plan.days", settings.SlowTaskDays]),
                (Words["plan.setting.staleTaskDays"], Words["plan.days", settings.StaleTaskDays]),
                (Words["plan.setting.officePhone"], settings.OfficePhone.Length == 0 ? "—" : settings.OfficePhone),
            ];
        }
    }

    private string Share(DomainPlan domain, UnitPlan unit) =>
        domain.Lead == unit.Id ? Words["plan.share.Leads"] : domain.Cooperating.Contains(unit.Id) ? Words["plan.share.Cooperates"] : "—";

    private string WhereOf(string clause) => Plan.Clauses.FirstOrDefault(c => c.Id == clause)?.Where ?? clause;

    /// <summary>The next date, with the day on which it can be done where that is another.</summary>
    private string Next(DutyPlan duty)
    {
        if (Occurrence.Of(duty).Select(o => o.Due).FirstOrDefault(d => d >= Today) is not { } due)
        {
            return duty.Schedule is DutySchedule.Undated ? "—" : Words["plan.next.none"];
        }

        var doBy = Calendar.DoBy(due);
        var provisional = Calendar.IsProvisional(due) ? Words["plan.provisional"] : "";
        return (doBy == due ? Words.Day(due) : Words["plan.next.doBy", Words.Day(due), Words.Day(doBy)]) + provisional;
    }
}

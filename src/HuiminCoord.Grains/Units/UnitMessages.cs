using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Units;

/// <summary>Which of a unit's events reach people, and as what.</summary>
internal static class UnitMessages
{
    internal static async Task Write(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.Reminded x:
                await UnitDigests.Write(x, scene, ct);
                break;
            case UnitEvent.Submitted { To: not null } x:
                await Receipt(x, scene, ct);
                break;
            case UnitEvent.Returned { To: not null } x:
                var returned = await ObligationBook.Find(scene, x.Duty, ct);
                Deliver(scene, x.To, "returned", x.Duty, Notices.Returned(scene.Terms.Unit.Name, returned.Title, x.Remarks, x.CorrectionDue, ChinaTime.DateOf(scene.Event.At)));
                break;
            case UnitEvent.Urged { To: not null } x:
                var urged = await ObligationBook.Find(scene, x.Duty, ct);
                Deliver(scene, x.To, "urge", x.Duty, Notices.Urge(scene.Terms.Unit.Name, urged.Title, urged.Due, x.Reason, x.On, Calendar(scene)));
                break;
            case UnitEvent.ExtensionAsked x:
                scene.Batch.Step(ForOffice(scene, x.Duty.Value, $"extension-{scene.Event.Sequence}"));
                break;
            case UnitEvent.MemberProposed:
                scene.Batch.Step(ForOffice(scene, "member", string.Create(CultureInfo.InvariantCulture, $"member-{scene.Event.Sequence}")));
                break;
            case UnitEvent.Withdrawn x:
                scene.Batch.Step(ForOffice(scene, x.Duty.Value, $"withdrawn-{scene.Event.Sequence}"));
                break;
        }
    }

    /// <summary>A step that waits for the office's next message.</summary>
    internal static StepDraft ForOffice(UnitScene scene, string subject, string rung) => new(
        scene.Event.Campaign, scene.Unit.Value, subject, rung, Recipients.Office, scene.Event.At, scene.Event.At, StepOutcome.Pending, null, null, null);

    /// <summary>The calendar as known when the event happened.</summary>
    internal static WorkingCalendar Calendar(UnitScene scene) => scene.Terms.Calendars.AsKnownAt(scene.Event.At);

    private static async Task Receipt(UnitEvent.Submitted submitted, UnitScene scene, CancellationToken ct)
    {
        var row = await ObligationBook.Find(scene, submitted.Duty, ct);
        var whole = Stages.PartsOf(row).All(p => p.Value == PartStage.Waived || submitted.Parts.Contains(p.Key));
        var parts = whole ? "" : $"（{string.Join("、", submitted.Parts.Select(PartWords))}）";
        // Naming the liaison is accepted as it is: there is nothing to review.
        DateOnly? review = row.Kind == "liaison" ? null : Calendar(scene).AddWorkingDays(ChinaTime.DateOf(scene.Event.At), scene.Terms.Settings.ReviewWorkdays);
        var number = string.Create(CultureInfo.InvariantCulture, $"{scene.Unit}-{scene.Event.Sequence}");
        var message = Notices.Receipt(scene.Terms.Unit.Name, row.Title, parts, number, submitted.At, submitted.OnBehalf, Timeliness(row, submitted, scene), review, ChinaTime.DateOf(scene.Event.At), Assignment.IsProblem(submitted.Duty));
        Deliver(scene, submitted.To!, "receipt", submitted.Duty, message);
    }

    private static string Timeliness(ObligationRow row, UnitEvent.Submitted submitted, UnitScene scene)
    {
        if (row.EnteredLate || row.Due is not { } due)
        {
            return "";
        }

        if (submitted.At < ChinaTime.EndOf(due))
        {
            return "按时";
        }

        var late = Calendar(scene).WorkingDaysBetween(due, ChinaTime.DateOf(submitted.At));
        return late == 0 ? "逾期" : string.Create(CultureInfo.InvariantCulture, $"逾期{late}个工作日");
    }

    private static string PartWords(string part) => part switch
    {
        DutyPart.Summary => "小结",
        DutyPart.Table => "统计表",
        _ => part,
    };

    private static void Deliver(UnitScene scene, string to, string kind, DutyId duty, Message message)
    {
        var slot = string.Create(CultureInfo.InvariantCulture, $"{kind}:{duty}:{scene.Event.Sequence}");
        var data = StoredJson.Write(new { duty = duty.Value });
        scene.Batch.Deliver(new InboxDraft(scene.Event.Campaign, to, slot, scene.Event.At, message.Kind, message.Title, message.Body, data));
    }
}

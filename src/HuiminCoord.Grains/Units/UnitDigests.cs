using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Units;

/// <summary>How one wake's reminders become steps and one inbox row per recipient.</summary>
internal static class UnitDigests
{
    internal static async Task Write(UnitEvent.Reminded reminded, UnitScene scene, CancellationToken ct)
    {
        foreach (var step in reminded.Steps)
        {
            scene.Batch.Step(Draft(step, reminded.Slot, scene));
            if (step.Fate == StepFate.Undeliverable)
            {
                scene.Batch.Step(UnitMessages.ForOffice(scene, step.Duty.Value, $"unheard-{step.Rung}"));
            }
        }

        var open = await ObligationBook.Open(scene, ct);
        foreach (var recipient in reminded.Told)
        {
            var steps = reminded.Steps.Where(s => s.Recipient == recipient && s.Fate == StepFate.Delivered).ToList();
            var due = steps.Select(s => s.Duty.Value).ToHashSet();
            var lines = open.Select(o => Line(o, due.Contains(o.Duty))).ToList();
            var changes = await Changes(reminded.Changes, scene, ct);
            var today = ChinaTime.DateOf(scene.Event.At);
            var message = Digest.Write(scene.Terms.Unit.Name, lines, changes, scene.Terms.Plan, UnitMessages.Calendar(scene), today);
            var data = StoredJson.Write(new
            {
                steps = steps.Select(s => new { duty = s.Duty.Value, rung = s.Rung }).ToList(),
                open = lines.Select(l => l.Duty.Value).ToList(),
            });
            scene.Batch.Deliver(new InboxDraft(scene.Event.Campaign, recipient, reminded.Slot, scene.Event.At, message.Kind, message.Title, message.Body, data));
        }
    }

    private static StepDraft Draft(FiredStep step, string slot, UnitScene scene)
    {
        var outcome = step.Fate switch
        {
            StepFate.Delivered => StepOutcome.Delivered,
            StepFate.Superseded => StepOutcome.Superseded,
            StepFate.Undeliverable => StepOutcome.Undeliverable,
            _ => StepOutcome.Pending,
        };
        return new(
            scene.Event.Campaign, scene.Unit.Value, step.Duty.Value, step.Rung, step.Recipient, step.PlannedAt, scene.Event.At, outcome,
            outcome == StepOutcome.Delivered ? slot : null, step.By, null);
    }

    /// <summary>An amendment may have taken the date away since the change was noted.</summary>
    private static string Day(DateOnly? day, DateOnly today) => day is { } known ? DateWords.DayAndWeekday(known, today) : "不定期";

    private static string Amended(string version, UnitScene scene) =>
        $"方案已修订（第{version}版）：{(scene.Terms.Plan.Amendment?.Reason ?? "").TrimEnd('。')}。请签收。";

    private static DigestLine Line(ObligationRow row, bool reminded) => new(
        new DutyId(row.Duty),
        Enum.Parse<DutyKind>(row.Kind, ignoreCase: true),
        row.Title,
        row.Due,
        row.Provisional,
        row.EnteredLate,
        row.Reported,
        row.CorrectionDue,
        Stages.Words(row.Stage),
        reminded);

    private static async Task<IReadOnlyList<string>> Changes(IReadOnlyList<string> items, UnitScene scene, CancellationToken ct)
    {
        var (words, today) = (new List<string>(), ChinaTime.DateOf(scene.Event.At));
        foreach (var item in items)
        {
            var (kind, about) = (item.Split(':')[0], item.Split(':')[1]);
            var row = kind is "seat" or "member" or "plan" ? null : await ObligationBook.Find(scene, new DutyId(about), ct);
            words.Add(kind switch
            {
                "accepted" => $"“{row!.Title}”已{(Assignment.IsProblem(new DutyId(about)) ? "由督导组复查销号" : "审核通过")}。",
                "waived" => $"“{row!.Title}”有内容免报。",
                "extension" => row!.ExtensionStage == "granted" ? $"“{row.Title}”同意延期至{Day(row.Due, today)}。" : $"“{row.Title}”延期申请未获同意，仍按原时限报送。",
                "moved" => $"“{row!.Title}”报送时限调整为{Day(row.Due, today)}。",
                "assigned" => $"新增事项“{row!.Title}”，报送时限{Day(row.Due, today)}。",
                "plan" => Amended(about, scene),
                "member" => about == "agreed" ? "联席会议已同意本单位成员调整。" : "联席会议未同意本单位成员调整，成员不变。",
                "replanned" => $"“{row!.Title}”按修订后的方案{(row.Due is { } due ? $"于{DateWords.DayAndWeekday(due, today)}前报送" : "不再设报送时限")}。",
                "ended" => $"“{row!.Title}”按修订后的方案不再报送。",
                "brought" => $"新增“{row!.Title}”{(row.Due is { } by ? $"，报送时限{DateWords.DayAndWeekday(by, today)}" : "")}。",
                "dates" => $"“{row!.Title}”办理日按新公布的放假安排调整为{Day(row.DoBy, today)}。",
                _ => about switch { "liaison" => "本单位联络人已登记，以下为未办结事项。", "deputy" => "本单位备用联络人已登记。", _ => "本单位负责同志已登记。" },
            });
        }

        return words;
    }
}

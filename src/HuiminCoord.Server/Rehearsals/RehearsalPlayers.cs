using System.Globalization;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Meetings;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Supervision;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>Takes what people do in a rehearsal to the actors. What they may not do is refused, and they go on.</summary>
public sealed class RehearsalPlayers(IGrainFactory grains, CampaignClock clock, PlanShelf plans, CalendarImports imports, StoredDocuments documents, SheetShelf sheets)
{
    /// <summary>Plays one action.</summary>
    /// <exception cref="CommandRefusedException">An act that somebody wrote down is no script: its refusal ends the rehearsal.</exception>
    public async Task Play(string campaign, PlayedAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Acting.As(action.By);
        switch (action)
        {
            case PlayedAction.ToMeeting a:
                await Meet(campaign, a);
                break;
            case PlayedAction.ToDecision a:
                await Follow(campaign, a);
                break;
            case PlayedAction.ToReport a:
                await Report(campaign, a);
                break;
            case PlayedAction.ChangeMembers a:
                await ChangeMembers(campaign, a);
                break;
            case PlayedAction.AmendPlan a:
                await plans.Put(a.Plan, a.Json, clock.Now, a.Key);
                Require(a, (await grains.GetGrain<ICampaignGrain>(campaign).Do(new CampaignCommand.Issue(a.Plan.Version), Key(a))).Refusal);
                break;
            case PlayedAction.ImportPaper a:
                Require(a, (await imports.Import(a.Json, a.Reason, a.By)).Refusal);
                break;
            default:
                await Ask(campaign, action);
                break;
        }
    }

    /// <summary>One command to one actor.</summary>
    private Task<Answer> Ask(string campaign, PlayedAction action) => action switch
    {
        PlayedAction.ToUnit a => grains.GetGrain<IUnitGrain>($"{campaign}/{a.Unit}").Do(a.Command, Key(a)),
        PlayedAction.ToTask a => grains.GetGrain<ITaskGrain>($"{campaign}/{a.Task}").Do(a.Command, Key(a)),
        PlayedAction.ToSupervision a => grains.GetGrain<ISupervisionGrain>($"{campaign}/{a.Group}").Do(a.Command, Key(a)),
        PlayedAction.ToConsolidation a => grains.GetGrain<IConsolidationGrain>($"{campaign}/{a.Period}").Do(a.Command, Key(a)),
        PlayedAction.ToCampaign a => grains.GetGrain<ICampaignGrain>(campaign).Do(a.Command, Key(a)),
        PlayedAction.GoalOf a => grains.GetGrain<IPhaseGrain>($"{campaign}/{a.Phase}").Do(new PhaseCommand.RecordGoal(a.Goal, a.Evidence), Key(a)),
        PlayedAction.PassGate a => grains.GetGrain<IPhaseGrain>($"{campaign}/{a.Phase}").PassGate(Key(a)),
        _ => throw new InvalidOperationException($"Nobody can do {action.GetType().Name}."),
    };

    /// <summary>Each command has a key of its own: after a crash in between the rest is still carried out, each once.</summary>
    private async Task Meet(string campaign, PlayedAction.ToMeeting act)
    {
        var plan = await plans.Get(campaign, (await CampaignOf(campaign)).PlanVersion);
        var commands = act.Act.Commands(await MeetingOf(campaign, act.Meeting) ?? new(), plan);
        for (var i = 0; i < commands.Count; i++)
        {
            await grains.GetGrain<IMeetingGrain>($"{campaign}/{act.Meeting}").Do(commands[i], new CommandKey(string.Create(CultureInfo.InvariantCulture, $"{act.Key}/{i}"), ""));
        }
    }

    private async Task Follow(string campaign, PlayedAction.ToDecision act)
    {
        if (act.Resolve(await MeetingOf(campaign, act.Meeting)) is { } owed)
        {
            await Play(campaign, owed);
        }
    }

    /// <summary>Fills in a sheet and lays it before the unit's leader, or approves what lies there.</summary>
    private async Task Report(string campaign, PlayedAction.ToReport act)
    {
        var key = $"{campaign}/{act.Unit}/{act.Duty}";
        var report = grains.GetGrain<IReportGrain>(key);
        if (act.Approves)
        {
            var waiting = (await documents.Find<ReportState, ReportEvent>(Rooms.Report, key))?.Waiting;
            _ = waiting is null ? null : await report.Ask(new ReportCommand.Approve(waiting.Number, null), new(act.By, Leads: true, IsOffice: false), Key(act));
            return;
        }

        var sheet = SheetText.Of(act.Sheet);
        await sheets.Keep(campaign, act.Unit, act.Duty, sheet);
        await report.Ask(new ReportCommand.Propose(act.Parts, new FilledSheet(sheet.Hash, act.Sheet.Nil, null, [act.By])), new(act.By, Leads: false, IsOffice: false), Key(act));
    }

    /// <summary>Nothing happens when nobody waits to join or leave any more: somebody was quicker.</summary>
    private async Task ChangeMembers(string campaign, PlayedAction.ChangeMembers act)
    {
        var state = await CampaignOf(campaign);
        var plan = await plans.Get(campaign, state.PlanVersion);
        if (state.Wishes.Find(w => w.Unit == act.Unit) is { } wish && MembershipRules.Refuse(plan, wish) is null)
        {
            var text = MemberPlan.Of(plan, await plans.Text(campaign, plan.Version), wish, act.Basis);
            if (PlanReader.Read(text).Plan is { } next)
            {
                await Play(campaign, new PlayedAction.AmendPlan(act.At, act.By, act.Key, next, text));
            }
        }
    }

    private async Task<CampaignState> CampaignOf(string campaign) => (await documents.Find<CampaignState, CampaignEvent>(Rooms.Campaign, campaign))!;

    private Task<MeetingState?> MeetingOf(string campaign, string meeting) => documents.Find<MeetingState, MeetingEvent>(Rooms.Meeting, $"{campaign}/{meeting}");

    private static CommandKey Key(PlayedAction action) => new(action.Key, "");

    private static void Require(PlayedAction act, Domain.Deciding.Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new CommandRefusedException($"{act.Key} of {act.At:yyyy-MM-dd HH:mm} was refused: {refusal.Code} {string.Join(", ", refusal.Arguments)}.");
        }
    }
}

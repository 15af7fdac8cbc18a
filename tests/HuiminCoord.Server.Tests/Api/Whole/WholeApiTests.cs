using System.Text.Json.Nodes;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>Everything a room can be asked is in the API, described so that a stranger can use it.</summary>
[Collection(nameof(WholeApi))]
public sealed class WholeApiTests(Tour tour)
{
    /// <summary>Commands that no person gives.</summary>
    private static readonly Dictionary<string, string> Internal = new()
    {
        ["UnitCommand.Begin"] = "the campaign sends it when a plan is issued",
        ["TaskCommand.Begin"] = "the campaign sends it when a plan is issued",
        ["PhaseCommand.Begin"] = "the campaign sends it when a plan is issued",
        ["OfficeCommand.Begin"] = "the campaign sends it when a plan is issued",
        ["CampaignCommand.ConfirmStarted"] = "the campaign tells itself once every actor has begun",
        ["CampaignCommand.AdoptCalendar"] = "the import of a holiday paper sends it to every campaign of the region",
        ["CampaignCommand.ConfirmCalendarTold"] = "the campaign tells itself once every actor works by the paper",
        ["UnitCommand.AdoptCalendar"] = "the campaign sends it when a holiday paper is imported",
        ["PhaseCommand.AdoptCalendar"] = "the campaign sends it when a holiday paper is imported",
        ["OfficeCommand.AdoptCalendar"] = "the campaign sends it when a holiday paper is imported",
        ["UnitCommand.Leave"] = "the campaign sends it when an amended plan does not name the unit",
        ["TaskCommand.End"] = "the campaign sends it when an amended plan does not name the task",
        ["TaskCommand.ConfirmTold"] = "the task tells itself what the unit's actor answered",
        ["SupervisionCommand.ConfirmTold"] = "the group tells itself what the unit's actor answered",
        ["MeetingCommand.ConfirmHanded"] = "the meeting tells itself what the actor of a decision's owner answered",
        ["ReportCommand.ConfirmHanded"] = "the report tells itself what the unit's actor answered",
        ["MeetingCommand.ConfirmRuling"] = "the meeting tells itself what the actor answered to whom it brought a ruling",
    };

    /// <summary>Refusals that no operation of the document can answer.</summary>
    private static readonly string[] OfTheHub =
        ["inbox.already-followed", "inbox.connection-closed", "inbox.sequence-from-the-future", "inbox.sequence-negative", "inbox.too-many-recipients"];

    /// <summary>Refusals that are said of one of several things, within an answer: of a row of a list, of one confirmation.</summary>
    private static readonly string[] WithinAnswers = ["contact.seat-twice", "contact.seat-unknown", "contact.unit-unknown", "nomination.outdated"];

    private static readonly string[] OfPages =
    [
        "account.name-needed", "draft.changed", "draft.gone", "draft.too-large", "draft.too-many", "draft.unreadable", "form.stale", "password.repeated-otherwise",
    ];

    private static readonly string[] OfInternalCommands = ["campaign.version-not-issued", "unit.already-begun"];

    [Fact]
    public void Every_command_of_every_room_has_a_door()
    {
        Assert.True(AskedCommands.All.Count >= 29, $"{AskedCommands.All.Count} commands");
        None(AskedCommands.All.Except(tour.Commands).Except(Internal.Keys));
        None(Internal.Keys.Except(AskedCommands.All));
        None(Internal.Keys.Intersect(tour.Commands));
    }

    [Fact]
    public void Every_example_is_carried_out() =>
        None(tour.Answers.Where(a => a.Value.Status != 200).Select(a => $"{a.Key}: {a.Value.Status} {a.Value.Body.ToJsonString()}"));

    [Fact]
    public void Every_operation_is_described() => None(tour.Operations.SelectMany(Missing));

    [Fact]
    public async Task Every_request_example_fits_its_schema() =>
        None(await Faults(tour.Operations.Where(o => o.TakesJson), o => o.WrongInRequest(o.RequestExample!)));

    [Fact]
    public async Task Every_answer_example_fits_its_schema() =>
        None(await Faults(tour.Operations.Where(o => o.AnswerExample is not null), o => o.WrongInAnswer(o.AnswerExample!)));

    [Fact]
    public async Task Every_answer_fits_its_schema() =>
        None(await Faults(tour.Operations.Where(o => o.AnswersText), o => o.WrongInAnswer(tour.Answers[o.Id].Body)));

    [Fact]
    public async Task A_request_that_does_not_fit_is_found()
    {
        var assign = tour.Operations.Single(o => o.Id == "assignObligation");
        var wrong = assign.RequestExample!.DeepClone();
        wrong["due"] = 3;
        wrong["invented"] = true;

        Assert.Equal(2, (await assign.WrongInRequest(wrong)).Count);
    }

    [Fact]
    public void Every_refusal_code_is_named_where_it_can_be_met()
    {
        var named = tour.Operations.SelectMany(o => o.Codes).Concat(PossibleRefusals.Anywhere).ToHashSet();

        None(RefusalCodes.Status.Keys.Except(named).Except(OfTheHub).Except(WithinAnswers).Except(OfInternalCommands).Except(OfPages));
        None(named.Except(RefusalCodes.Status.Keys));
    }

    /// <summary>Says all of them: the runner would cut a list short.</summary>
    private static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void A_refusal_that_the_document_does_not_name_is_found()
    {
        var documented = new DocumentedRefusals(tour.Document);

        documented.Check("POST", $"{TestServer.Path}/phases/mobilise/gate/pass?x=1", new JsonObject { ["code"] = "phase.goals-missing" });
        Assert.ThrowsAny<Exception>(() => documented.Check("POST", $"{TestServer.Path}/phases/mobilise/gate/pass", new JsonObject { ["code"] = "seat.vacant" }));
    }

    [Fact]
    public void A_command_without_a_door_is_found() =>
        Assert.Equal(["UnitCommand.Submit"], AskedCommands.All.Except(tour.Commands.Where(c => c != "UnitCommand.Submit")).Except(Internal.Keys));

    private static IEnumerable<string> Missing(DescribedOperation operation)
    {
        foreach (var part in new[] { "operationId", "summary", "description" }.Where(p => string.IsNullOrWhiteSpace((string?)operation.Text[p])))
        {
            yield return $"{operation.Id} has no {part}{(part == "description" ? ": write <remarks> on its handler" : "")}";
        }

        if (operation.TakesJson && operation.RequestExample is null)
        {
            yield return $"{operation.Id} shows no request";
        }

        if (operation.AnswersText && operation.AnswerExample is null)
        {
            yield return $"{operation.Id} shows no answer: run tests/golden.sh";
        }

        foreach (var (status, response) in operation.Text["responses"]!.AsObject().Where(r => r.Key is not ("200" or "400" or "503")))
        {
            if (!DescribedOperation.CodesOf((string)response!["description"]!).Any())
            {
                yield return $"{operation.Id} names no code for {status}";
            }
        }
    }

    private static async Task<IReadOnlyList<string>> Faults(IEnumerable<DescribedOperation> operations, Func<DescribedOperation, Task<IReadOnlyList<string>>> look)
    {
        var faults = new List<string>();
        foreach (var operation in operations)
        {
            faults.AddRange((await look(operation)).Select(fault => $"{operation.Id}: {fault}"));
        }

        return faults;
    }
}

using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Consolidating;
using HuiminCoord.Server.Documents.Papers;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>工作通报 of a month: it goes round as a draft, objections are answered, it is issued, its number is typed in, and units sign for it.</summary>
public sealed partial class BulletinPanel : ConsolidationPart
{
    /// <summary>Counts the working days for objections.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    private Bulletin? Bulletin => Scene.State.Bulletin;

    private int Issue => DistrictPapers.IssueOf(Plan, Scene.Occurrence);

    private bool MayPrepare => Visitor.May("circulateBulletin");

    private bool MayIssue => Visitor.May("issueBulletin");

    private Dictionary<int, string> Answers { get; } = [];

    private string Number { get; set; } = "";

    /// <summary>Who issues it; null = whom the plan names.</summary>
    private IssuingBody? Chosen { get; set; }

    private IEnumerable<(string Value, string Text)> Issuers => Enum.GetValues<IssuingBody>().Select(b => (b.ToString(), PaperIssuer.Of(Plan, b)));

    private DateOnly Until => ObjectionTime.Until(Bulletin, Plan.Forms!.Consolidating, Calendar, Today);

    private string StateLine => Bulletin switch
    {
        null => Words["bulletin.state.none"],
        { Issued: { } issued } => Words["bulletin.state.issued", DateTexts.Short(issued.At), issued.DocumentNumber.Length > 0 ? issued.DocumentNumber : Words["bulletin.state.numberless"]],
        { } draft => Words[draft.ObjectionsUntil < Today ? "bulletin.state.over" : "bulletin.state.draft", Words.ShortDay(draft.ObjectionsUntil, Today), draft.Unanswered],
    };

    private string Unsigned
    {
        get
        {
            var silent = Plan.Units.Where(u => Bulletin?.Issued?.Receipts.ContainsKey(u.Id.Value) == false).Select(u => u.Name).ToList();
            return silent.Count == 0 ? "" : Words["bulletin.unsigned", string.Join(Words["page.comma"], silent)];
        }
    }

    private string NameOf(string unit) => Plan.Units.FirstOrDefault(u => u.Id.Value == unit)?.Name ?? unit;

    private async Task Circulate()
    {
        var question = new OutwardQuestion(Words["bulletin.circulate.title", Issue], Words["bulletin.circulate.ask", Plan.Units.Count, Words.ShortDay(Until, Today)], _ => Words["bulletin.circulate"]);
        if (await Dialogs.Ask(question) is not null)
        {
            await Carry("circulateBulletin", new ConsolidationCommand.Circulate(null), Words["bulletin.circulate.did"]);
        }
    }

    private Task Answer(int number) => Carry("answerObjection", new ConsolidationCommand.AnswerObjection(number, Answers.GetValueOrDefault(number, "")), Words["bulletin.answer.did"]);

    private async Task Publish()
    {
        var round = Bulletin!.Round;
        var issuer = Chosen ?? Plan.Forms!.Consolidating.Issuer;
        var question = new OutwardQuestion(Words["bulletin.issue.title", Issue], Words["bulletin.issue.ask", PaperIssuer.Of(Plan, issuer), Plan.Units.Count], _ => Words["bulletin.issue"]);
        if (await Dialogs.Ask(question) is not null)
        {
            await Carry("issueBulletin", new ConsolidationCommand.Issue(issuer, round), Words["bulletin.issue.did", Issue]);
        }
    }

    private Task TypeNumber() => Carry("typeBulletinNumber", new ConsolidationCommand.TypeNumber(Number), Words["bulletin.number.did"]);
}

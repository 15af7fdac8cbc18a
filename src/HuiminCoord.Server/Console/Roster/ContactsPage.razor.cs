using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Roster;

/// <summary>Contact lists, for the office: a spreadsheet with an answer for each row, or one person typed by hand.</summary>
public sealed partial class ContactsPage : FormPage
{
    /// <summary>The file and what a form adds to it.</summary>
    private const int MostBytes = ContactLists.MostBytes + (16 * 1024);

    [Inject]
    private ContactLists Lists { get; set; } = null!;

    [Inject]
    private Nominations Nominations { get; set; } = null!;

    [Inject]
    private CampaignPlans Plans { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "enter")]
    private ContactForm? Contact { get; set; }

    private Plan? Plan { get; set; }

    private bool IsIssued { get; set; }

    private ContactListAnswer? Answer { get; set; }

    /// <summary>Who was typed by hand and taken.</summary>
    private string? Entered { get; set; }

    private Refusal? WrongPerson => Refused is { } refusal && FieldOf(refusal) == "Person" ? refusal : null;

    private string Campaign => Visitor.Asker.Campaign;

    private IEnumerable<(string Value, string Text)> Units => Plan?.Units.Select(u => (u.Id.Value, u.Name)) ?? [];

    private IEnumerable<(string Value, string Text)> Seats => new[] { SeatKind.Liaison, SeatKind.Deputy, SeatKind.Leader }.Select(k => (Recipients.Name(k), Words[$"seat.{k}"]));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Contact ??= new ContactForm();
        Plan = await Visitor.Plan();
        IsIssued = await Plans.IsIssued(Campaign, Visitor.Gone);
    }

    private protected override string? FieldOf(Refusal refusal) => refusal.Code switch
    {
        "unit.unknown" => "Unit",
        "seat.unknown" => "Seat",
        "seat.name-needed" or "seat.same-person" or "naming.mail-malformed" or "naming.unreadable" => "Person",
        _ when refusal.Code.StartsWith("contacts.", StringComparison.Ordinal) => "File",
        _ => null,
    };

    private Task Upload() => Try("importContacts", async () =>
    {
        var file = Visitor.Http.Request.Form.Files.GetFile("File") ?? throw new RefusedException(new Refusal("contacts.unreadable"));
        await using var content = file.OpenReadStream();
        Answer = await Lists.Import(Campaign, content, Visitor.Asker, Visitor.Gone);
    });

    private Task Enter() => Try("enterContact", async () =>
    {
        var person = Contact!.Person.Read() ?? new NamedPerson("", "", "", "");
        var unit = IdText.IsValid(Contact.Unit) ? new UnitId(Contact.Unit!) : throw new RefusedException(new Refusal("unit.unknown", CampaignDirectory.Shown(Contact.Unit)));
        await Nominations.Enter(Campaign, unit, Api.Doors.Seats.Require(Contact.Seat ?? ""), person, Visitor.Asker, Visitor.Gone);
        (Entered, Contact) = (person.Name, new ContactForm());
    });

    private string UnitName(string unit) => Plan?.Units.FirstOrDefault(u => u.Id.Value == unit)?.Name ?? unit;

    /// <summary>What is typed.</summary>
    private sealed class ContactForm
    {
        public string? Unit { get; set; }

        public string? Seat { get; set; }

        public NamedForm Person { get; set; } = new();
    }
}

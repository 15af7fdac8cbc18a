using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Onboarding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>A unit names its people by its single-use link; nobody needs an account for it.</summary>
public sealed partial class JoinPage : FormPage
{
    /// <summary>Of the unit's link.</summary>
    [Parameter]
    public string Token { get; set; } = "";

    [Inject]
    private UnitNaming Naming { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "join")]
    private NamingForm? Form { get; set; }

    private UnitInvitation? Invitation { get; set; }

    /// <summary>What became of it; null while it was not sent.</summary>
    private NamedAnswer? Done { get; set; }

    /// <summary>Whose particulars are wrong; null when it is nobody's.</summary>
    private NamedForm? WrongPerson { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form ??= new NamingForm();
        Invitation = await Naming.Look(Token, Visitor.Gone);
    }

    private protected override string? FieldOf(Refusal refusal) => WrongPerson is null ? null : "person";

    private Task Submit() => Try(async () =>
    {
        WrongPerson = Form!.All.FirstOrDefault(p => PersonFields.Check(p.Read()) is not null);
        if (WrongPerson is { } wrong)
        {
            throw new RefusedException(PersonFields.Check(wrong.Read())!);
        }

        Done = await Naming.Name(Token, new NamedPeople(Form.Liaison.Read(), Form.Deputy.Read(), IsOpen(SeatKind.Leader) ? Form.Leader.Read() : null), Visitor.Gone);
    });

    private Refusal? WrongAt(NamedForm person) => person == WrongPerson ? Refused : null;

    private InvitedSeat? Seat(SeatKind kind) => Invitation?.Seats.FirstOrDefault(s => s.Seat == kind);

    private bool IsOpen(SeatKind kind) => Seat(kind)?.Open == true;

    /// <summary>Who holds the seat, and who was named for it already.</summary>
    private string NoteOf(SeatKind kind) => Seat(kind) switch
    {
        { Named: { } named } => Words["join.named", named],
        { Holder: { } holder, Title: { Length: > 0 } title } => Words["join.holder", $"{holder}（{title}）"],
        { Holder: { } holder } => Words["join.holder", holder],
        _ => Words["join.vacant"],
    };

    private string SeatName(SeatKind kind) => Words[$"seat.{kind}"];

    /// <summary>What is typed.</summary>
    private sealed class NamingForm
    {
        public NamedForm Liaison { get; set; } = new();

        public NamedForm Deputy { get; set; } = new();

        public NamedForm Leader { get; set; } = new();

        public IEnumerable<NamedForm> All => [Liaison, Deputy, Leader];
    }
}
